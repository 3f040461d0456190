using System.Text;

namespace JoorBus.Joor;

/// <summary>A request as it would go out.</summary>
/// <param name="Verb">HTTP verb.</param>
/// <param name="Path">Below the base address, with query.</param>
/// <param name="Body">Null for none.</param>
public sealed record JoorDryRequest(string Verb, string Path, string? Body);

/// <summary>Requests about styles and products as they would go out, for people to look at; nothing is sent.</summary>
public static class JoorDryRun
{
    public static JoorDryRequest Style(JoorStyle style, bool isNew, JoorFormat format) => new(
        isNew ? "POST" : "PUT",
        isNew ? JoorStylePaths.ByNumber : style.StyleId is { } id ? JoorStylePaths.Of(JoorStyleKey.ById(id)) : JoorStylePaths.Of(style.Number, style.Identifier),
        Text(JoorStyleBody.Of("styles", [style]).In(format)));

    public static JoorDryRequest DeleteStyle(JoorStyleKey key, string? part = null, string? value = null) => new(
        "DELETE", part is null ? JoorStylePaths.Of(key) : $"{JoorStylePaths.Of(key)}{Query(new JoorQueryText().Add(part, value))}", null);

    public static JoorDryRequest Image(JoorImageTarget target, Uri address) => new(
        "POST", $"{JoorStylePaths.Of(target.StyleNumber, target.StyleIdentifier)}/image/{Query(JoorImages.Query(target, address))}", null);

    public static JoorDryRequest DeleteImage(string styleNumber, string styleIdentifier, string storedFileName) => new(
        "DELETE", $"{JoorStylePaths.Of(styleNumber, styleIdentifier)}/image/{Query(new JoorQueryText().Add("filename", storedFileName))}", null);

    public static JoorDryRequest Products(IReadOnlyList<JoorProduct> products, bool isNew) => Bulk(isNew ? JoorProductShape.Create : JoorProductShape.Update, products);

    public static JoorDryRequest Skus(IReadOnlyList<JoorSku> skus, bool isNew) => Bulk(isNew ? JoorSkuShape.Create : JoorSkuShape.Update, skus);

    public static JoorDryRequest Prices(IReadOnlyList<JoorPrice> prices, bool isNew) => Bulk(isNew ? JoorPriceShape.Create : JoorPriceShape.Update, prices);

    public static JoorDryRequest Season(JoorSeason season) => Bulk(JoorSeasons.Create, [season]);

    public static JoorDryRequest Collection(JoorCollection collection, bool isNew) => Bulk(isNew ? JoorCollectionShape.Create : JoorCollectionShape.Update, [collection]);

    public static JoorDryRequest Assets(IReadOnlyList<JoorAsset> assets, bool areSwatches, bool replaceAll) => Bulk(
        areSwatches ? JoorAssets.Colors : JoorAssets.Products, assets, areSwatches ? null : new JoorQueryText().Add("replace_all", replaceAll ? "true" : "false"));

    private static JoorDryRequest Bulk<TIn, TOut>(JoorBulkShape<TIn, TOut> shape, IReadOnlyList<TIn> items, JoorQueryText? query = null) =>
        new("POST", $"{shape.Path}{(query is null ? "" : Query(query))}", Text(JoorJsonBodyWriter.WriteArray(items, shape.Write)));

    private static string Query(JoorQueryText query) => query.ToString() is { Length: > 0 } text ? $"?{text.TrimStart('?')}" : "";

    private static string Text(JoorPayload payload) => Encoding.UTF8.GetString(payload.Bytes.Span);
}
