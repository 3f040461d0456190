namespace JoorBus.Joor;

/// <summary>Lines to be written, on the wire.</summary>
internal static class JoorLineItemShape
{
    private static readonly string[][] Identities = [["id"], ["order_id", "sku_id|line_item_sku_original_id|line_item_sku_id"]];

    public static JoorElement<JoorLineItemReceipt> Element { get; } = new("data", "line item", ["id"], Read);

    public static JoorBulkShape<JoorNewLineItem, JoorLineItemReceipt> Create { get; } =
        new("/orders/sku_line_items/bulk_create", JoorRequestKind.Write, Write, Element, Identities);

    public static JoorBulkShape<JoorLineItemQuantity, JoorLineItemReceipt> Update { get; } =
        new("/orders/sku_line_items/bulk_update", JoorRequestKind.RepeatableWrite, Write, Element, Identities);

    public static void Check(JoorChecks checks, JoorNewLineItem item, string where)
    {
        checks.Required("order_id", item.OrderId, where).Required("sku_id", item.SkuId, where);
        var prices = (item.ItemPrice is null ? 0 : 1) + (item.DiscountAmount is null ? 0 : 1) + (item.DiscountPercentage is null ? 0 : 1);
        if (prices > 1)
            checks.Refuse("item_price", $"only one of item_price, discount_percentage and discount_amount may be given ({where})");
        if (item.DiscountPercentage is < 0 or > 100)
            checks.Refuse("discount_percentage", $"discount_percentage goes from 0 to 100 ({where})");
    }

    private static JoorLineItemReceipt Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        OrderId = fields.Text("order_id"),
        SkuId = fields.Text("sku_id") ?? fields.Inside("line_item_sku").TextOfAny("original_id", "id"),
        Quantity = fields.Integer("quantity"),
    };

    private static void Write(JoorBodyWriter body, JoorNewLineItem item)
    {
        body.Text("order_id", item.OrderId);
        body.Text("sku_id", item.SkuId);
        body.Number("quantity", item.Quantity);
        body.Number("item_price", item.ItemPrice);
        body.Number("discount_amount", item.DiscountAmount);
        body.Number("discount_percentage", item.DiscountPercentage);
    }

    private static void Write(JoorBodyWriter body, JoorLineItemQuantity item)
    {
        body.Text("id", item.Id);
        body.Number("quantity", item.Quantity);
    }
}
