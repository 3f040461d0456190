namespace JoorBus.Joor;

/// <summary>A product on the wire.</summary>
internal static class JoorProductShape
{
    private static readonly string[][] Identities = [["id"], ["external_id"], ["product_identifier"], ["name"]];

    public static JoorElement<JoorProduct> Element { get; } = new("data", "product", ["id"], Read);

    public static JoorBulkShape<JoorProduct, JoorProduct> Create { get; } = new("/products/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    public static JoorBulkShape<JoorProduct, JoorProduct> Update { get; } = new("/products/bulk_update", JoorRequestKind.RepeatableWrite, Write, Element, Identities);

    private static JoorProduct Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        Name = fields.Text("name"),
        ExternalId = fields.Text("external_id"),
        ProductIdentifier = fields.Text("product_identifier"),
        Description = fields.Text("description"),
        OrderMinimum = fields.Integer("order_minimum"),
        CategoryIds = fields.ListOrTexts("category_ids", "category_id", category => category.Text("id") ?? "", id => id),
        TraitValues = fields.List("product_trait_values", "product_trait_value", JoorTraitShape.Read),
        Tags = fields.ListOrTexts("tags", "tag", Tag, name => new JoorTag { Name = name }),
        Images = fields.ListOrTexts("images", "image", image => image.TextOfAny("url", "source_url", "filename", "id") ?? "", address => address),
    };

    private static JoorTag Tag(JoorFields tag) =>
        new() { Name = tag.Text("name"), Value = tag.Text("value"), Code = tag.Text("code"), ParentId = tag.Text("parent_id") };

    private static void Write(JoorBodyWriter body, JoorProduct product)
    {
        body.Text("id", product.Id);
        WriteNew(body, product);
    }

    private static void WriteNew(JoorBodyWriter body, JoorProduct product)
    {
        body.Text("name", product.Name);
        body.Text("external_id", product.ExternalId);
        body.Text("product_identifier", product.ProductIdentifier);
        body.Text("description", product.Description);
        body.Number("order_minimum", product.OrderMinimum);
        if (product.CategoryIds.Count > 0 || product.Clears.HasFlag(JoorProductLists.Categories))
            body.Texts("category_ids", "category_id", product.CategoryIds);
        if (product.TraitValues.Count > 0 || product.Clears.HasFlag(JoorProductLists.TraitValues))
            body.List("product_trait_values", "product_trait_value", product.TraitValues, value => JoorTraitShape.Write(body, value));
        if (product.Tags.Count > 0 || product.Clears.HasFlag(JoorProductLists.Tags))
            body.List("tags", "tag", product.Tags, tag => Write(body, tag));
    }

    private static void Write(JoorBodyWriter body, JoorTag tag)
    {
        body.Text("name", tag.Name);
        body.Text("value", tag.Value);
        body.Text("code", tag.Code);
        body.Text("parent_id", tag.ParentId);
    }
}
