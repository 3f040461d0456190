using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One element of line_items.</summary>
internal static class JoorOrderLineParser
{
    public static JoorOrderLine Read(JoorFields fields, int position) => new()
    {
        LineNumber = position,
        StyleName = fields.Text("item_name"),
        StyleNumber = fields.Text("item_number"),
        JoorStyleId = fields.Text("item_style_id"),
        StyleIdentifier = fields.Text("item_style_identifier"),
        Color = fields.Coded("item_color_code", "item_color"),
        Size = fields.Coded("item_size_code", "item_size"),
        Upc = fields.Text("item_upc"),
        Quantity = Quantity(fields),
        Multiplier = fields.Integer("item_multiplier"),
        Price = fields.Number("item_price"),
        UnitPrice = fields.Number("item_unit_price"),
        RetailPrice = fields.Number("item_retail_price"),
        PriceAdjustment = fields.Number("item_price_adjustment"),
        ExtendedPrice = fields.Number("item_price_extended"),
        Comment = fields.Text("item_comment"),
        ColorComment = fields.Text("item_color_comment"),
        DoorId = fields.Text("item_door_id"),
        Tags = fields.List("style_tags", "style_tag", (tag, _) => Tag(tag)),
    };

    private static int Quantity(JoorFields fields)
    {
        const string name = "item_quantity";
        if (!fields.Has(name))
            fields.Refuse(name, "so nobody knows how many to ship");
        var quantity = fields.Integer(name) ?? 0;
        if (quantity < 0)
            fields.Refuse(name, "but a quantity is 0 or more");
        return quantity;
    }

    internal static JoorStyleTag Tag(JoorFields fields) => new()
    {
        Code = fields.Text("style_tag_code"),
        Group = fields.Text("style_tag_group"),
        Name = fields.Text("style_tag_name"),
        Value = fields.Text("style_tag_value"),
    };
}
