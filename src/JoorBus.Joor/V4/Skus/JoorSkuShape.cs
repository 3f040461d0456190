namespace JoorBus.Joor;

/// <summary>A SKU on the wire.</summary>
internal static class JoorSkuShape
{
    // A colour and a size of one product make a SKU; values are compared together, whatever their order.
    private static readonly string[][] Identities =
        [["id"], ["external_id"], ["sku_identifier"], ["identifiers_value"], ["product_id", "trait_values_external_id"], ["product_id", "trait_values_value"]];

    public static JoorElement<JoorSku> Element { get; } = new("data", "sku", ["id"], Read);

    public static JoorBulkShape<JoorSku, JoorSku> Create { get; } = new("/skus/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    public static JoorBulkShape<JoorSku, JoorSku> Update { get; } = new("/skus/bulk_update", JoorRequestKind.RepeatableWrite, Write, Element, Identities);

    public static JoorBulkShape<JoorSku, JoorSku> UpdateByExternalId { get; } =
        new("/skus/bulk_update_by_external_id", JoorRequestKind.RepeatableWrite, WriteNew, Element, Identities);

    public static void Check(JoorChecks checks, JoorSku sku, string where) => checks
        .Required("product_id", sku.ProductId, where)
        .Required("trait_values", Has(sku, JoorTrait.ColorId, "Color"), $"{where}, colour")
        .Required("trait_values", Has(sku, JoorTrait.SizeId, "Size"), $"{where}, size");

    private static bool Has(JoorSku sku, string traitId, string traitName) => sku.TraitValues.Any(value =>
        value.Value is { Length: > 0 } && (value.TraitId == traitId || traitName.Equals(value.TraitName, StringComparison.OrdinalIgnoreCase)));

    private static JoorSku Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        ProductId = fields.Text("product_id") ?? fields.Inside("product").Text("id"),
        ExternalId = fields.Text("external_id"),
        SkuIdentifier = fields.Text("sku_identifier"),
        TraitValues = fields.List("trait_values", "trait_value", JoorTraitShape.Read),
        Identifiers = fields.List("identifiers", "identifier", (identifier, _) => new JoorIdentifier(identifier.Text("type") ?? "", identifier.Text("value") ?? "")),
    };

    private static void Write(JoorBodyWriter body, JoorSku sku)
    {
        body.Text("id", sku.Id);
        WriteNew(body, sku);
    }

    private static void WriteNew(JoorBodyWriter body, JoorSku sku)
    {
        body.Text("product_id", sku.ProductId);
        body.Text("external_id", sku.ExternalId);
        body.Text("sku_identifier", sku.SkuIdentifier);
        if (sku.TraitValues.Count > 0)
            body.List("trait_values", "trait_value", sku.TraitValues, value => JoorTraitShape.Write(body, value));
        if (sku.Identifiers.Count > 0)
        {
            body.List("identifiers", "identifier", sku.Identifiers, identifier =>
            {
                body.Text("type", identifier.Type);
                body.Text("value", identifier.Value);
            });
        }
    }
}
