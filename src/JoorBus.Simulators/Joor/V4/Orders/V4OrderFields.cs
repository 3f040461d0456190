using System.Globalization;
using System.Text.Json.Nodes;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>v4's fields that an order has a place for, each with what it changes.</summary>
internal static class V4OrderFields
{
    private static readonly Dictionary<string, Func<JoorOrder, JsonNode?, JoorOrder>> Table = new()
    {
        ["po_number"] = (order, value) => order with { CustomerPurchaseOrder = JoorNodes.Text(value) },
        ["comments"] = (order, value) => order with { Comments = JoorNodes.Text(value) },
        ["internal_comments"] = (order, value) => order with { InternalComments = JoorNodes.Text(value) },
        ["delivery_window_start"] = (order, value) => order with { ShipStart = Day(value) },
        ["delivery_window_end"] = (order, value) => order with { ShipEnd = Day(value) },
        ["payment_method_code"] = (order, value) => order with { PaymentMethod = Code(value) },
        ["payment_method_id"] = (order, value) => order with { PaymentMethod = Code(value) },
        ["shipping_method_code"] = (order, value) => order with { ShippingMethod = Code(value) },
        ["shipping_method_id"] = (order, value) => order with { ShippingMethod = Code(value) },
        ["sales_rep_code"] = (order, value) => order with { SalesRepresentative = Code(value) },
        ["sales_rep_id"] = (order, value) => order with { SalesRepresentative = Code(value) },
        ["warehouse"] = (order, value) => order with { Warehouse = Coded(value) },
        ["season"] = (order, value) => order with { Season = Coded(value) },
        ["type"] = (order, value) => order with { Type = Coded(value) },
        ["event"] = (order, value) => order with { Event = new Coded { Name = value.Text("event"), Code = value.Text("code") } },
        ["customer_group"] = (order, value) => order with { Customer = order.Customer with { Group = Coded(value) } },
        ["company_number"] = (order, value) => order with { Customer = order.Customer with { Company = Coded(value) } },
        ["buyer"] = (order, value) => order with { Customer = order.Customer with { BuyerName = value.Text("name") } },
        ["door"] = (order, value) => order with { Doors = [new JoorDoor { DoorId = value.Text("id") ?? "0", Code = value.Text("code"), Name = value.Text("name") }] },
        ["shipping_price"] = (order, value) => order with { ShippingTotal = Amount(value) },
        ["discount"] = (order, value) => order with { DiscountPercent = Percentage(value) },
        ["custom_shipping_address"] = (order, value) => order with { Customer = order.Customer with { ShipTo = V4Address.Read(value!) } },
        ["custom_billing_address"] = (order, value) => order with { Customer = order.Customer with { SoldTo = V4Address.Read(value!) } },
    };

    /// <summary>Fields that are decided elsewhere.</summary>
    private static readonly HashSet<string> Elsewhere =
    [
        "id", "status", "export_status", "customer_id", "customer_code", "price_type_id", "price_type_name", "collection_id", "collection_code",
        "shipping_address_id", "shipping_address_code", "billing_address_id", "billing_address_code",
    ];

    public static JoorOrder Apply(JoorOrder order, JsonObject element) =>
        element.Where(part => part.Value is not null && Table.ContainsKey(part.Key)).Aggregate(order, (changed, part) => Table[part.Key](changed, part.Value));

    /// <summary>Whether the element changes more than the export mark.</summary>
    public static bool HasContent(JsonObject element) => element.Any(part => part.Key is not ("id" or "export_status" or "export_description"));

    /// <summary>Keeps what an order has no place for, such as the tracking number.</summary>
    public static void Keep(StoredOrder order, JsonObject element)
    {
        foreach (var (name, value) in element.Where(part => !Table.ContainsKey(part.Key) && !Elsewhere.Contains(part.Key)))
            order.FurtherFields[name] = value?.DeepClone();
    }

    private static Coded? Code(JsonNode? value) => JoorNodes.Text(value) is { } code ? new Coded { Code = code } : null;

    private static Coded Coded(JsonNode? value) => new() { Code = value.Text("code"), Name = value.Text("name") };

    private static DateOnly? Day(JsonNode? value) =>
        DateOnly.TryParseExact(JoorNodes.Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static decimal Amount(JsonNode? value) =>
        decimal.TryParse(JoorNodes.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;

    private static decimal Percentage(JsonNode? value) =>
        (value.Child("details") as JsonArray ?? []).FirstOrDefault(detail => detail.Text("type") == "PERCENTAGE").Amount("value") ?? 0;
}
