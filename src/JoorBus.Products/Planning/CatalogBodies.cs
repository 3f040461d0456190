using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>Bodies of v4's calls, with the ids that are known when they are sent. Elements stand in the order of the call's.</summary>
public static class CatalogBodies
{
    /// <summary>The call without elements whose SKU JOOR has not taken; null when nothing of it can be sent.</summary>
    public static ProductCall? Ready(ProductCall call, KnownProduct known)
    {
        var skus = known.Catalog?.Skus.Where(sku => sku.Id is not null).Select(sku => sku.Content.Key).ToHashSet() ?? [];
        var prices = known.Catalog?.Prices.Where(price => price.Id is not null).Select(price => (price.Key, price.PriceTypeId)).ToHashSet() ?? [];
        return call switch
        {
            CreateProduct or CreateSeason or CreateCollection => call,
            _ when known.Catalog?.ProductId is null => null,
            UpdateSkus update => Some(update.Skus.Where(sku => skus.Contains(sku.Key)), left => new UpdateSkus(left)),
            CreatePrices create => Some(create.Prices.Where(price => skus.Contains(price.Key)), left => new CreatePrices(left)),
            UpdatePrices update => Some(update.Prices.Where(price => prices.Contains((price.Key, price.PriceTypeId))), left => new UpdatePrices(left)),
            _ => call,
        };
    }

    public static JoorProduct Of(UpdateProduct call, KnownProduct known) => call.Product with { Id = known.Catalog?.ProductId };

    public static IReadOnlyList<JoorSku> Of(CreateSkus call, KnownProduct known) => [.. call.Skus.Select(sku => Sku(sku, null, known.Catalog?.ProductId))];

    public static IReadOnlyList<JoorSku> Of(UpdateSkus call, KnownProduct known)
    {
        var ids = Ids(known);
        return [.. call.Skus.Select(sku => Sku(sku, ids.GetValueOrDefault(sku.Key), null))];
    }

    public static IReadOnlyList<JoorPrice> Of(CreatePrices call, KnownProduct known)
    {
        var ids = Ids(known);
        return [.. call.Prices.Select(price => new JoorPrice
        {
            SkuId = ids.GetValueOrDefault(price.Key),
            PriceType = new JoorPriceType { Id = price.PriceTypeId },
            Wholesale = price.Wholesale,
            Retail = price.Retail,
        })];
    }

    public static IReadOnlyList<JoorPrice> Of(UpdatePrices call, KnownProduct known)
    {
        var ids = (known.Catalog?.Prices ?? []).ToDictionary(price => (price.Key, price.PriceTypeId), price => price.Id);
        return [.. call.Prices.Select(price => new JoorPrice
        {
            Id = ids.GetValueOrDefault((price.Key, price.PriceTypeId)),
            Wholesale = price.Wholesale,
            Retail = price.Retail,
        })];
    }

    public static IReadOnlyList<JoorAsset> Of(AddAssets call, KnownProduct known) => [.. call.Images.Select(image => new JoorAsset
    {
        ProductId = known.Catalog?.ProductId ?? "",
        Type = call.AreSwatches ? JoorAssetType.Swatch : JoorAssetType.Image,
        FileName = image.FileName!,
        SourceUrl = image.Url!,
        DisplayOrder = call.AreSwatches ? null : image.DisplayOrder,
        TraitValueExternalId = image.ColorCode,
    })];

    internal static Dictionary<SkuKey, string?> Ids(KnownProduct known) => (known.Catalog?.Skus ?? []).ToDictionary(sku => sku.Content.Key, sku => sku.Id);

    private static TCall? Some<T, TCall>(IEnumerable<T> left, Func<IReadOnlyList<T>, TCall> call)
        where TCall : ProductCall => left.ToList() is { Count: > 0 } some ? call(some) : null;

    private static JoorSku Sku(SkuContent sku, string? id, string? productId) => new()
    {
        Id = id,
        ProductId = productId,
        ExternalId = sku.Sku,
        SkuIdentifier = sku.Sku,
        TraitValues =
        [
            new()
            {
                TraitId = JoorTrait.ColorId, Value = sku.ColorName, ExternalId = sku.Key.ColorCode, OrderNumber = sku.ColorOrder == 0 ? null : sku.ColorOrder,
                Status = Status(sku.IsColorInactive),
            },
            new()
            {
                TraitId = JoorTrait.SizeId, Value = sku.Key.Size, ExternalId = sku.SizeCode, OrderNumber = sku.SizeOrder == 0 ? null : sku.SizeOrder,
                Status = Status(sku.IsSizeInactive),
            },
        ],
        Identifiers = sku.Upc is { } upc ? [JoorIdentifier.Upc(upc)] : [],
    };

    private static JoorTraitStatus Status(bool isInactive) => isInactive ? JoorTraitStatus.Inactive : JoorTraitStatus.Active;
}
