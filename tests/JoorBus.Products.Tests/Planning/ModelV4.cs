using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Tests.Planning;

/// <summary>One product in a JOOR of v4, with the account's seasons and collections, as small as can be.</summary>
internal sealed class ModelV4
{
    private readonly List<JoorSeason> _seasons = [];
    private readonly Dictionary<string, JoorPrice> _prices = [];
    private int _ids;

    public JoorProduct? Product { get; private set; }

    public Dictionary<(string Color, string Size), JoorSku> Skus { get; } = [];

    public IReadOnlyCollection<JoorPrice> Prices => _prices.Values;

    public List<JoorCollection> Collections { get; } = [];

    public List<JoorAsset> Assets { get; } = [];

    public AccountFacts Facts => new()
    {
        PriceTypes = RandomProducts.PriceTypes,
        HasAllPriceTypes = true,
        Seasons = [.. _seasons],
        Collections = [.. Collections],
    };

    public ReadProduct? Read() => Product is null ? null : new ReadProduct
    {
        Product = Product with { Images = [.. Assets.Where(asset => asset.Type == JoorAssetType.Image).Select(asset => $"https://joor.example/{asset.FileName}")] },
        Skus = [.. Skus.Values],
        Prices = [.. _prices.Values],
        Collections = [.. Collections],
    };

    public void PeoplePutOn(string code)
    {
        var item = new JoorCollectionItem { ProductId = Product!.Id };
        if (Collections.FindIndex(collection => collection.ExternalId == code) is var at and >= 0)
            Collections[at] = Collections[at] with { Items = [.. Collections[at].Items!.Where(other => other.ProductId != Product.Id), item] };
        else
            Collections.Add(new JoorCollection { Id = Next("c"), ExternalId = code, Name = code, Items = [new JoorCollectionItem { ProductId = "another" }, item] });
    }

    public CallAnswer Take(ProductCall call, KnownProduct known)
    {
        switch (call)
        {
            case CreateProduct create:
                Product.ShouldBeNull();
                Product = create.Product with { Id = Next("p") };
                return CallAnswer.WithId(Product.Id);
            case UpdateProduct update:
                CatalogBodies.Of(update, known).Id.ShouldBe(Product!.Id);
                Product = Update(Product, update.Product);
                return CallAnswer.Taken;
            case CreateSkus create:
                return Each(Full(CatalogBodies.Of(create, known)), Create);
            case UpdateSkus update:
                return Each(CatalogBodies.Of(update, known), sku => Set(Skus.Single(pair => pair.Value.Id == sku.Id).Key, sku));
            case CreatePrices create:
                return Each(CatalogBodies.Of(create, known), Create);
            case UpdatePrices update:
                return Each(CatalogBodies.Of(update, known), Update);
            case CreateSeason create:
                _seasons.Add(CollectionBodies.Of(create) with { Id = Next("s") });
                return CallAnswer.WithId(_seasons[^1].Id);
            case CreateCollection create:
                Collections.Any(collection => collection.ExternalId == create.Code).ShouldBeFalse();
                Collections.Add(CollectionBodies.Of(create, Facts) with { Id = Next("c"), Items = [] });
                return CallAnswer.WithId(Collections[^1].Id);
            case UpdateCollection update:
                Update(CollectionBodies.Of(update.Code, [(update, known)], Facts)!);
                return CallAnswer.Taken;
            case AddAssets add:
                return Add(add, CatalogBodies.Of(add, known));
            default:
                throw new InvalidOperationException($"{call} is no call of v4");
        }
    }

    private static CallAnswer Each<T>(IReadOnlyList<T> elements, Func<T, ElementAnswer> take) => new() { Elements = [.. elements.Select(take)] };

    private static JoorProduct Update(JoorProduct before, JoorProduct sent) => before with
    {
        Name = sent.Name ?? before.Name,
        ProductIdentifier = sent.ProductIdentifier ?? before.ProductIdentifier,
        Description = sent.Description ?? before.Description,
        OrderMinimum = sent.OrderMinimum ?? before.OrderMinimum,
        CategoryIds = sent.CategoryIds.Count > 0 || sent.Clears.HasFlag(JoorProductLists.Categories) ? sent.CategoryIds : before.CategoryIds,
        TraitValues = sent.TraitValues.Count > 0 || sent.Clears.HasFlag(JoorProductLists.TraitValues) ? sent.TraitValues : before.TraitValues,
    };

    private static (string, string) KeyOf(JoorSku sku) => (sku.TraitValues[0].ExternalId!, sku.TraitValues[1].Value!);

    // JOOR asks for every colour with every size.
    private IReadOnlyList<JoorSku> Full(IReadOnlyList<JoorSku> sent)
    {
        var keys = sent.Select(KeyOf).Concat(Skus.Keys.Select(key => (key.Color, key.Size))).Distinct().ToList();
        var (colors, sizes) = (keys.Select(key => key.Item1).Distinct().Count(), keys.Select(key => key.Item2).Distinct().Count());
        sent.Select(KeyOf).Distinct().Count().ShouldBe(colors * sizes);
        return sent;
    }

    private ElementAnswer Create(JoorSku sku)
    {
        if (Skus.ContainsKey(KeyOf(sku)))
            return new ElementAnswer(ElementOutcome.Refused);
        Skus[KeyOf(sku)] = sku with { Id = Next("k") };
        return new ElementAnswer(ElementOutcome.Accepted, Skus[KeyOf(sku)].Id);
    }

    private ElementAnswer Set((string, string) key, JoorSku sku)
    {
        Skus[key] = Skus[key] with { TraitValues = sku.TraitValues, Identifiers = sku.Identifiers.Count > 0 ? sku.Identifiers : Skus[key].Identifiers };
        return new ElementAnswer(ElementOutcome.Accepted, sku.Id);
    }

    private ElementAnswer Create(JoorPrice price)
    {
        Skus.Values.Any(sku => sku.Id == price.SkuId).ShouldBeTrue();
        _prices.Values.Any(other => other.SkuId == price.SkuId && other.PriceType!.Id == price.PriceType!.Id).ShouldBeFalse();
        var id = Next("r");
        _prices[id] = price with { Id = id };
        return new ElementAnswer(ElementOutcome.Accepted, id);
    }

    private ElementAnswer Update(JoorPrice price)
    {
        _prices[price.Id!] = _prices[price.Id!] with { Wholesale = price.Wholesale, Retail = price.Retail ?? _prices[price.Id!].Retail };
        return new ElementAnswer(ElementOutcome.Accepted, price.Id);
    }

    private void Update(JoorCollection sent)
    {
        var at = Collections.FindIndex(collection => collection.Id == sent.Id);
        var before = Collections[at];
        Collections[at] = before with { Name = sent.Name ?? before.Name, Season = sent.Season ?? before.Season, Delivery = sent.Delivery ?? before.Delivery, Items = sent.Items };
    }

    private CallAnswer Add(AddAssets call, IReadOnlyList<JoorAsset> assets)
    {
        if (call.ReplacesAll)
            Assets.RemoveAll(asset => asset.Type == JoorAssetType.Image);
        foreach (var asset in assets)
        {
            if (call.AreSwatches)
                Skus.Keys.Any(key => key.Color == asset.TraitValueExternalId).ShouldBeTrue();
            Assets.RemoveAll(other => call.AreSwatches && other.TraitValueExternalId == asset.TraitValueExternalId && other.Type == JoorAssetType.Swatch);
            Assets.Add(asset);
        }
        return CallAnswer.Taken;
    }

    private string Next(string kind) => $"{kind}{++_ids}";
}
