namespace JoorBus.Joor;

/// <summary>Pictures and videos through v4.</summary>
public sealed class JoorAssets
{
    private const string ColorAddress = "/assets/sku_trait_values/";

    private static readonly string[][] Identities =
    [
        ["asset_external_id|external_id"], ["product_id", "sku_trait_value_value_external_id", "asset_filename|filename"],
        ["product_id", "asset_filename|filename"], ["product_id", "asset_source_url|source_url"],
    ];

    private static readonly JoorElement<JoorStoredAsset> Element = new("data", "asset", ["id"], Read);

    // Whether the same asset sent twice is stored twice is not documented.
    internal static readonly JoorBulkShape<JoorAsset, JoorStoredAsset> Products = new("/assets/products", JoorRequestKind.Write, WriteProduct, Element, Identities);

    internal static readonly JoorBulkShape<JoorAsset, JoorStoredAsset> Colors = new(ColorAddress, JoorRequestKind.Write, WriteColor, Element, Identities);

    private readonly JoorRequestDoor _door;

    internal JoorAssets(JoorRequestDoor door) => _door = door;

    /// <summary>Adds assets to products; <paramref name="replaceAll"/> deletes the existing ones of the kinds sent.</summary>
    public Task<JoorAnswer<JoorBulk<JoorAsset, JoorStoredAsset>>> AddToProductsAsync(IReadOnlyList<JoorAsset> assets, bool replaceAll, CancellationToken cancellationToken) =>
        _door.SendAsync(Products, assets, Check, cancellationToken, new JoorQueryText().Add("replace_all", replaceAll ? "true" : "false"));

    /// <summary>Gives colours their swatches, by the brand's colour codes.</summary>
    public Task<JoorAnswer<JoorBulk<JoorAsset, JoorStoredAsset>>> AddToColorsAsync(IReadOnlyList<JoorAsset> swatches, CancellationToken cancellationToken) =>
        _door.SendAsync(
            Colors,
            swatches,
            (checks, asset, where) =>
            {
                Check(checks, asset, where);
                checks.Required("sku_trait_value", asset.TraitValueExternalId, where);
            },
            cancellationToken);

    private static void Check(JoorChecks checks, JoorAsset asset, string where) =>
        checks.Required("product", asset.ProductId, where).Required("filename", asset.FileName, where).AtMost(100, "filename", asset.FileName, where);

    private static void WriteProduct(JoorBodyWriter body, JoorAsset asset)
    {
        body.Object("product", () => body.Text("id", asset.ProductId));
        WriteAsset(body, asset);
        body.Number("display_order", asset.DisplayOrder);
    }

    private static void WriteColor(JoorBodyWriter body, JoorAsset asset)
    {
        body.Object("product", () => body.Text("id", asset.ProductId));
        body.Object("sku_trait_value", () =>
        {
            body.Object("trait", () => body.Text("name", asset.TraitName));
            body.Object("value", () => body.Text("external_id", asset.TraitValueExternalId));
        });
        WriteAsset(body, asset);
    }

    private static void WriteAsset(JoorBodyWriter body, JoorAsset asset) => body.Object("asset", () =>
    {
        body.Text("type", asset.Type.ToString().ToLowerInvariant());
        body.Text("filename", asset.FileName);
        body.Text("source_url", asset.SourceUrl.AbsoluteUri);
        body.Text("external_id", asset.ExternalId);
    });

    private static JoorStoredAsset Read(JoorFields fields)
    {
        var asset = fields.Inside("asset");
        return new JoorStoredAsset
        {
            Id = fields.Text("id") ?? asset.Text("id"),
            ProductId = fields.Text("product_id") ?? fields.Inside("product").Text("id"),
            FileName = asset.Text("filename") ?? fields.Text("filename"),
            ExternalId = asset.Text("external_id") ?? fields.Text("external_id"),
        };
    }
}
