using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One order of JOOR's v2 answer.</summary>
internal sealed class JoorOrderParser(JoorOrderQuery query, JoorConnection connection)
{
    private readonly JoorOrderStatus? _status = query.Filter.OnlyStatus();

    public JoorOrderReading Read(JsonElement node, int position)
    {
        var size = JsonMarshal.GetRawUtf8Value(node).Length;
        var unplaced = new JoorFields(node, "", new JoorFaults());
        var id = unplaced.Text("order_id")?.Trim();
        var place = id is null ? string.Create(CultureInfo.InvariantCulture, $"order at position {position} of the page") : $"order {id}";
        if (size > connection.Options.MaxOrderBytes)
            return Unreadable(node, id, string.Create(CultureInfo.InvariantCulture, $"{place} has {size} bytes, more than MaxOrderBytes ({connection.Options.MaxOrderBytes})"));
        if (node.ValueKind != JsonValueKind.Object)
            return Unreadable(node, id, $"{place} is {JoorText.Shown(node)}, not an object");
        var faults = new JoorFaults();
        var fields = unplaced.At(place, faults);
        if (id is null)
            fields.Refuse("order_id", "so the order cannot be told from others");
        var order = Order(fields, id ?? "");
        return faults.Any ? Unreadable(node, id, faults.ToString()) : new JoorOrderReading.Readable(order);
    }

    private JoorOrderReading.Unreadable Unreadable(JsonElement node, string? id, string reason) =>
        new(id, connection.Excerpt.StrikeOut(reason) + ".", connection.Excerpt.Of(JsonMarshal.GetRawUtf8Value(node)), JoorOrderContent.Hash(node))
        {
            ModifiedAt = new JoorFields(node, "", new JoorFaults()).Time("date_modified"),
        };

    private JoorOrderStatus Status(string? code) =>
        _status ?? (code is not null && connection.Options.OrderTypeCodes.TryGetValue(code, out var known) ? known : JoorOrderStatus.Unknown);

    private JoorOrder Order(JoorFields fields, string id) => new()
    {
        JoorOrderId = id,
        Status = Status(fields.Text("order_type")),
        CustomerPurchaseOrder = fields.Text("customer_purchase_order"),
        IntegrationPurchaseOrder = fields.Text("integration_purchase_order"),
        Type = fields.Coded("order_type_code", "order_type_name"),
        Source = fields.Text("order_source"),
        Event = fields.Coded("order_event_code", "order_event"),
        Season = fields.Coded("order_season_code", "order_season_name"),
        Delivery = fields.Coded("order_delivery_code", "order_delivery_name"),
        CreatedAt = fields.Time("date_created"),
        ApprovedAt = fields.Time("date_approved"),
        ModifiedAt = fields.Time("date_modified"),
        ShipStart = fields.Date("date_ship_start"),
        ShipEnd = fields.Date("date_ship_end"),
        Customer = JoorCustomerParser.Read(fields),
        Doors = fields.List("order_doors", "order_door", Door),
        Divisions = fields.List("order_divisions", "order_division", (division, _) => division.Coded("division_code", "division_name") ?? new Coded()),
        PaymentMethod = fields.Coded("payment_method_code", "payment_method_name"),
        ShippingMethod = fields.Coded("shipping_method_code", "shipping_method_name"),
        Warehouse = fields.Coded("warehouse_code", "warehouse_name"),
        SalesRepresentative = fields.Coded("sales_representative_code", "sales_representative"),
        CreatedByUsername = fields.Text("created_by_username"),
        CreatedByEmail = fields.Text("created_by_email"),
        IsPersonalOrder = fields.Flag("is_personal_order"),
        Comments = fields.Text("order_comments"),
        InternalComments = fields.Text("order_internal_comments"),
        TaxIdLabel = fields.Text("tax_id_label"),
        Currency = fields.Text("order_currency"),
        RetailCurrency = fields.Text("order_currency_retail"),
        PriceLabel = fields.Text("order_currency_name"),
        Discount = fields.Number("order_discount") ?? 0,
        DiscountPercent = fields.Number("order_discount_percent") ?? 0,
        ShippingTotal = fields.Number("order_shipping_total") ?? 0,
        Total = fields.Number("order_total") ?? 0,
        Lines = fields.List("line_items", "line_item", JoorOrderLineParser.Read),
    };

    private static JoorDoor Door(JoorFields fields, int position)
    {
        var id = fields.Text("door_id");
        if (id is null)
            fields.Refuse("door_id", "so no line can name this door");
        return new JoorDoor { DoorId = id ?? "", Code = fields.Text("door_code"), Name = fields.Text("door_name"), IsDeleted = fields.Flag("door_deleted") };
    }
}
