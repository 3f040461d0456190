namespace JoorBus.Joor;

/// <summary>An order to be written, on the wire.</summary>
internal static class JoorOrderDraftShape
{
    private static readonly string[][] Identities =
        [["id"], ["po_number"], ["customer_id", "collection_id"], ["customer_code", "collection_code"], ["customer_id"], ["customer_code"]];

    public static JoorElement<JoorOrderReceipt> Element { get; } = new("data", "order", ["id"], Read);

    public static JoorBulkShape<JoorOrderDraft, JoorOrderReceipt> Create { get; } = new("/orders/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    public static JoorBulkShape<JoorOrderDraft, JoorOrderReceipt> Update { get; } = new("/orders/bulk_update", JoorRequestKind.RepeatableWrite, WriteKnown, Element, Identities);

    public static void CheckNew(JoorChecks checks, JoorOrderDraft order, string where) => checks
        .Required("customer_id", order.Customer is { Id.Length: > 0 } or { Code.Length: > 0 }, where)
        .Required("price_type_id", order.PriceType is { Id.Length: > 0 } or { Name.Length: > 0 }, where)
        .Required("collection_id", order.Collection is { Id.Length: > 0 } or { Code.Length: > 0 }, where)
        .Required("status", order.Status is not null, where);

    private static JoorOrderReceipt Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        Status = fields.Text("status"),
        PoNumber = fields.Text("po_number"),
        ExportStatus = fields.Text("export_status"),
        TrackingNumber = fields.Text("tracking_number"),
    };

    private static void WriteKnown(JoorBodyWriter body, JoorOrderDraft order)
    {
        body.Text("id", order.Id);
        WriteNew(body, order);
        WriteRef(body, "door", order.Door);
    }

    private static void WriteNew(JoorBodyWriter body, JoorOrderDraft order)
    {
        WriteFlat(body, "customer", order.Customer);
        WriteFlat(body, "price_type", order.PriceType, byName: true);
        WriteFlat(body, "collection", order.Collection);
        body.Text("status", StatusOf(order.Status));
        WriteFlat(body, "shipping_address", order.ShippingAddress);
        WriteFlat(body, "billing_address", order.BillingAddress);
        WriteAddress(body, "custom_shipping_address", order.CustomShippingAddress);
        WriteAddress(body, "custom_billing_address", order.CustomBillingAddress);
        body.Number("shipping_price", order.ShippingPrice);
        WriteFlat(body, "shipping_method", order.ShippingMethod);
        WriteFlat(body, "payment_method", order.PaymentMethod);
        WriteFlat(body, "sales_rep", order.SalesRep);
        body.Text("tracking_number", order.TrackingNumber);
        body.Text("export_status", order.ExportStatus?.ToString().ToUpperInvariant());
        body.Text("export_description", order.ExportDescription);
        body.Text("po_number", order.PoNumber);
        body.Text("comments", order.Comments);
        body.Text("internal_comments", order.InternalComments);
        body.Date("delivery_window_start", order.DeliveryWindowStart);
        body.Date("delivery_window_end", order.DeliveryWindowEnd);
        WriteRef(body, "warehouse", order.Warehouse);
        WriteRef(body, "season", order.Season);
        WriteRef(body, "customer_group", order.CustomerGroup);
        WriteRef(body, "company_number", order.CompanyNumber);
        WriteRef(body, "type", order.Type);
        WriteRest(body, order);
    }

    private static void WriteRest(JoorBodyWriter body, JoorOrderDraft order)
    {
        if (order.Buyer is { } buyer)
        {
            body.Object("buyer", () =>
            {
                body.Text("id", buyer.Id);
                body.Text("name", buyer.Name);
                body.Text("email", buyer.Email);
            });
        }
        if (order.Tax is { } tax)
        {
            body.Object("tax", () =>
            {
                body.Number("amount", tax.Amount);
                body.Text("number", tax.Number);
            });
        }
        if (order.Discount is { } discount)
        {
            body.Object("discount", () =>
            {
                body.Number("discount", discount.Total);
                body.List("details", "detail", discount.Details, detail =>
                {
                    body.Text("type", detail.IsPercentage ? "PERCENTAGE" : "AMOUNT");
                    body.Number("value", detail.Value);
                });
            });
        }
        if (order.Event is { } happening)
        {
            body.Object("event", () =>
            {
                body.Text("event", happening.Name);
                body.Text("code", happening.Code);
            });
        }
    }

    private static string? StatusOf(JoorOrderState? status) => status switch
    {
        JoorOrderState.InProgress => "IN_PROGRESS",
        _ => status?.ToString().ToUpperInvariant(),
    };

    private static void WriteFlat(JoorBodyWriter body, string name, JoorRef? reference, bool byName = false)
    {
        body.Text($"{name}_id", reference?.Id);
        if (reference is { Id: null })
            body.Text(byName ? $"{name}_name" : $"{name}_code", byName ? reference.Name : reference.Code);
    }

    private static void WriteRef(JoorBodyWriter body, string name, JoorRef? reference)
    {
        if (reference is null)
            return;
        body.Object(name, () =>
        {
            body.Text("id", reference.Id);
            body.Text("code", reference.Code);
            body.Text("name", reference.Name);
        });
    }

    private static void WriteAddress(JoorBodyWriter body, string name, JoorOrderAddress? address)
    {
        if (address is null)
            return;
        body.Object(name, () =>
        {
            body.Text("name", address.Name);
            body.Text("company", address.Company);
            body.Text("line1", address.Line1);
            body.Text("line2", address.Line2);
            body.Text("city", address.City);
            body.Text("state", address.State);
            body.Text("zip", address.Zip);
            body.Text("country", address.Country);
            body.Text("phone", address.Phone);
            body.Text("fax", address.Fax);
            body.Text("email", address.Email);
        });
    }
}
