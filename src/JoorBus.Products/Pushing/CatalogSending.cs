using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Sends calls through v4: the same step of many styles is one array.</summary>
internal sealed class CatalogSending(JoorClient client, PushProgress progress, FactsCache cache) : ICallSending
{
    private readonly CatalogElements _elements = new(progress.Guard);
    private readonly CollectionSending _collections = new(client, progress.Guard, cache);

    public int StepOf(ProductCall call) => call switch
    {
        CreateProduct => 0,
        UpdateProduct => 1,
        CreateSkus => 2,
        UpdateSkus => 3,
        CreatePrices => 4,
        UpdatePrices => 5,
        // After all that comes before it in a plan, so that the styles have come there together.
        CreateSeason => 6,
        CreateCollection => 7,
        UpdateCollection => 8,
        _ => 9,
    };

    public bool MayJoin(PlannedCall first, PlannedCall other) =>
        first.Call.GetType() == other.Call.GetType() && !first.Style.GoesAlone && !other.Style.GoesAlone
        && (first.Call is not AddAssets one || (other.Call is AddAssets two && one.AreSwatches == two.AreSwatches && one.ReplacesAll == two.ReplacesAll));

    public Task<IReadOnlyList<CallFate>> SendAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken)
    {
        var v4 = client.V4;
        return calls[0].Call switch
        {
            CreateSeason => _collections.CreateSeasonsAsync(calls, cancellationToken),
            CreateCollection => _collections.CreateCollectionsAsync(calls, cancellationToken),
            UpdateCollection => _collections.UpdateCollectionsAsync(calls, cancellationToken),
            CreateProduct => _elements.SendAsync<CreateProduct, JoorProduct, JoorProduct>(
                calls, (call, _) => [call.Product], v4.Products.CreateAsync, answer => answer.Id, (_, at) => "product", isWhole: true, cancellationToken),
            UpdateProduct => _elements.SendAsync<UpdateProduct, JoorProduct, JoorProduct>(
                calls, (call, known) => [CatalogBodies.Of(call, known)], v4.Products.UpdateAsync, answer => answer.Id, (_, at) => "product", isWhole: true, cancellationToken),
            CreateSkus => _elements.SendAsync<CreateSkus, JoorSku, JoorSku>(
                calls, CatalogBodies.Of, v4.Skus.CreateAsync, answer => answer.Id, (call, at) => Name(call.Skus[at].Key), isWhole: false, cancellationToken),
            UpdateSkus => _elements.SendAsync<UpdateSkus, JoorSku, JoorSku>(
                calls, CatalogBodies.Of, v4.Skus.UpdateAsync, answer => answer.Id, (call, at) => Name(call.Skus[at].Key), isWhole: false, cancellationToken),
            CreatePrices => _elements.SendAsync<CreatePrices, JoorPrice, JoorPrice>(
                calls, CatalogBodies.Of, v4.Prices.CreateAsync, answer => answer.Id, (call, at) => Name(call.Prices[at]), isWhole: false, cancellationToken),
            UpdatePrices => _elements.SendAsync<UpdatePrices, JoorPrice, JoorPrice>(
                calls, CatalogBodies.Of, v4.Prices.UpdateAsync, answer => answer.Id, (call, at) => Name(call.Prices[at]), isWhole: false, cancellationToken),
            AddAssets first => _elements.SendAsync<AddAssets, JoorAsset, JoorStoredAsset>(
                calls,
                CatalogBodies.Of,
                (assets, token) => first.AreSwatches ? v4.Assets.AddToColorsAsync(assets, token) : v4.Assets.AddToProductsAsync(assets, first.ReplacesAll, token),
                answer => answer.Id,
                (call, at) => $"image {call.Images[at].Url}",
                isWhole: false,
                cancellationToken),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is no call of v4"),
        };
    }

    private static string Name(SkuKey key) => $"colour '{key.ColorCode}' size '{key.Size}'";

    private static string Name(PlannedPrice price) => $"price of {Name(price.Key)} under price type {price.PriceTypeId}";
}
