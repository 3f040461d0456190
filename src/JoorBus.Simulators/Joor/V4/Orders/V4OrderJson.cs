using System.Globalization;
using System.Text.Json.Nodes;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>An order in v4's words, as a live client reads it. Absent parts are null.</summary>
internal static class V4OrderJson
{
    public static JsonObject Of(StoredOrder stored, JoorAccount account)
    {
        var order = stored.Order!;
        var json = new JsonObject
        {
            ["id"] = stored.OrderId,
            ["po_number"] = order.CustomerPurchaseOrder,
            ["status"] = V4OrderStatus.Of(stored),
            ["customer"] = Customer(order.Customer, account),
            ["buyer"] = order.Customer.BuyerName is { } buyer ? new JsonObject { ["id"] = null, ["name"] = buyer, ["email"] = null } : null,
            ["door"] = order.Doors.Count == 0 ? null : Door(order.Doors[0]),
            ["customer_group"] = Named(order.Customer.Group),
            ["company_number"] = Named(order.Customer.Company),
            ["sales_representative"] = order.SalesRepresentative is { } rep ? new JsonObject { ["id"] = null, ["username"] = rep.Name, ["code"] = rep.Code } : null,
            ["payment_method"] = Named(order.PaymentMethod),
            ["shipping_method"] = Named(order.ShippingMethod),
            ["shipping_address"] = V4Address.Write(order.Customer.ShipTo),
            ["billing_address"] = V4Address.Write(order.Customer.SoldTo),
            ["shipping_price"] = V4LineItemJson.Money(order.ShippingTotal),
            ["tracking_number"] = null,
            ["warehouse"] = order.Warehouse is { } house ? new JsonObject { ["id"] = null, ["code"] = house.Code, ["name"] = house.Name } : null,
            ["collection"] = Named(order.Delivery),
            ["season"] = order.Season is { } season ? new JsonObject { ["id"] = null, ["code"] = season.Code } : null,
            ["price_type"] = new JsonObject { ["name"] = order.PriceLabel, ["currency"] = order.Currency },
            ["total"] = V4LineItemJson.Money(order.Total),
            ["quantity"] = order.Lines.Sum(line => line.Quantity),
            ["discount"] = Discount(order),
            ["tax"] = new JsonObject { ["amount"] = null, ["label"] = order.TaxIdLabel },
            ["delivery_window_start"] = Day(order.ShipStart),
            ["delivery_window_end"] = Day(order.ShipEnd),
            ["date_created"] = Time(order.CreatedAt),
            ["date_approved"] = Time(order.ApprovedAt),
            ["date_modified"] = Time(stored.ModifiedAt),
            ["export_status"] = Export(stored.Export),
            ["exported_on"] = Time(stored.ExportedAt),
            ["event"] = order.Event is { } happening ? new JsonObject { ["event"] = happening.Name, ["code"] = happening.Code } : null,
            ["type"] = order.Type is { } type ? new JsonObject { ["id"] = null, ["name"] = type.Name, ["code"] = type.Code } : null,
            ["author"] = new JsonObject { ["username"] = order.CreatedByUsername, ["email"] = order.CreatedByEmail },
            ["comments"] = order.Comments,
            ["internal_comments"] = order.InternalComments,
        };
        foreach (var (name, value) in stored.FurtherFields)
            json[name] = value?.DeepClone();
        return json;
    }

    private static JsonObject Customer(JoorCustomer customer, JoorAccount account) => new()
    {
        ["id"] = account.Customers.ByCode(customer.Code)?.Id.ToString(CultureInfo.InvariantCulture),
        ["name"] = customer.Name,
        ["buyer_name"] = customer.BuyerName,
        ["code"] = customer.Code,
    };

    private static JsonObject Door(JoorDoor door) => new() { ["id"] = door.DoorId, ["code"] = door.Code, ["name"] = door.Name };

    private static JsonObject? Named(Coded? value) => value is null ? null : new JsonObject { ["name"] = value.Name, ["code"] = value.Code };

    private static JsonObject Discount(JoorOrder order) => new()
    {
        ["discount"] = V4LineItemJson.Money(order.Discount),
        ["details"] = order.DiscountPercent == 0 ? [] : new JsonArray(new JsonObject { ["type"] = "PERCENTAGE", ["value"] = V4LineItemJson.Money(order.DiscountPercent) }),
    };

    private static string Export(JoorExportState state) => state switch
    {
        JoorExportState.Exported => "SUCCESS",
        JoorExportState.Failed => "FAILED",
        _ => "UNDEFINED",
    };

    private static string? Time(DateTimeOffset? time) => time?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
