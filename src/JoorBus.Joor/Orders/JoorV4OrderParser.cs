using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One order of v4 with its lines. What this version does not know is left out; only id and quantities must be there.</summary>
internal sealed class JoorV4OrderParser(long maxOrderBytes)
{
    /// <summary>Null where the order does not say it.</summary>
    public static JoorOrderStatus? StatusOf(JoorV4Row row) =>
        new JoorFields(row.Element, "", new JoorFaults()).Text("status") is { } name ? JoorV4Statuses.Read(name) : null;

    public JoorOrderReading Read(JoorV4Row row, JoorV4LinesOf lines, int position, JoorExcerpt excerpt)
    {
        var place = row.Id is null ? string.Create(CultureInfo.InvariantCulture, $"order at position {position} of the page") : $"order {row.Id}";
        var size = lines.Rows.Prepend(row.Element).Sum(element => (long)JsonMarshal.GetRawUtf8Value(element).Length);
        if (size > maxOrderBytes)
            return Unreadable(row, lines, excerpt, string.Create(CultureInfo.InvariantCulture, $"{place} has {size} bytes, more than MaxOrderBytes ({maxOrderBytes})"));
        if (row.Element.ValueKind != JsonValueKind.Object)
            return Unreadable(row, lines, excerpt, $"{place} is {JoorText.Shown(row.Element)}, not an object");
        if (lines.Refusal is { } refusal)
            return Unreadable(row, lines, excerpt, $"JOOR does not give the lines of {place}: {refusal}");
        var faults = new JoorFaults();
        var fields = new JoorFields(row.Element, place, faults);
        if (row.Id is null)
            fields.Refuse("id", "so the order cannot be told from others");
        if (lines.Rows.Count == 0 && fields.Number("quantity") > 0)
            fields.Refuse("quantity", "but JOOR shows no line");
        var order = Order(fields, row.Id ?? "", new JoorV4LineParser(lines.Upcs, fields.Child("door")?.Text("id")).Read(lines.Rows, place, faults));
        return faults.Any ? Unreadable(row, lines, excerpt, faults.ToString()) : new JoorOrderReading.Readable(order);
    }

    private static JoorOrderReading.Unreadable Unreadable(JoorV4Row row, JoorV4LinesOf lines, JoorExcerpt excerpt, string reason) => new(
        row.Id, excerpt.StrikeOut(reason) + ".", excerpt.Of(JsonMarshal.GetRawUtf8Value(row.Element)),
        SHA256.HashData([.. lines.Rows.Prepend(row.Element).SelectMany(JoorOrderContent.Hash)]))
    {
        ModifiedAt = row.ModifiedAt,
    };

    private static JoorOrder Order(JoorFields fields, string id, IReadOnlyList<JoorOrderLine> lines) => new()
    {
        JoorOrderId = id,
        Status = JoorV4Statuses.Read(fields.Text("status")),
        CustomerPurchaseOrder = fields.Text("po_number"),
        Type = Coded(fields, "type"),
        Event = fields.Child("event") is { } occasion ? occasion.Coded("code", "event") : Coded(fields, "event"),
        Season = Coded(fields, "season"),
        Delivery = Coded(fields, "collection"),
        CreatedAt = fields.Time("date_created"),
        ApprovedAt = fields.Time("date_approved"),
        ModifiedAt = fields.Time("date_modified"),
        ShipStart = fields.Date("delivery_window_start"),
        ShipEnd = fields.Date("delivery_window_end"),
        Customer = JoorV4CustomerParser.Read(fields),
        Doors = fields.Child("door") is { } door && door.Text("id") is { } doorId ? [new JoorDoor { DoorId = doorId, Code = door.Text("code"), Name = door.Text("name") }] : [],
        PaymentMethod = Coded(fields, "payment_method"),
        ShippingMethod = Coded(fields, "shipping_method"),
        Warehouse = Coded(fields, "warehouse"),
        SalesRepresentative = fields.Child("sales_representative")?.Coded("code", "username"),
        CreatedByUsername = fields.Child("author")?.Text("username"),
        CreatedByEmail = fields.Child("author")?.Text("email"),
        Comments = fields.Text("comments"),
        InternalComments = fields.Text("internal_comments"),
        TaxIdLabel = fields.Child("tax")?.Text("label"),
        Currency = fields.Child("price_type")?.Text("currency"),
        PriceLabel = fields.Child("price_type")?.Text("name"),
        Discount = fields.Child("discount")?.Number("discount") ?? 0,
        DiscountPercent = Percent(fields),
        ShippingTotal = fields.Number("shipping_price") ?? 0,
        Total = fields.Number("total") ?? 0,
        Lines = lines,
    };

    /// <summary>A thing with code and name, or the name alone.</summary>
    internal static Coded? Coded(JoorFields fields, string name) =>
        fields.Child(name) is { } child ? child.Coded("code", "name") : fields.Has(name) && fields.Text(name) is { } text ? new Coded { Name = text } : null;

    private static decimal Percent(JoorFields fields) => fields.Child("discount")?
        .List("details", "detail", (detail, _) => string.Equals(detail.Text("type"), "PERCENTAGE", StringComparison.OrdinalIgnoreCase) ? detail.Number("value") ?? 0 : 0)
        .Sum() ?? 0;
}
