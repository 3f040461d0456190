using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>v4: a new product; the answer's id is the product's.</summary>
public sealed record CreateProduct(JoorProduct Product) : ProductCall;

/// <summary>v4: sets a product; <c>CatalogBodies</c> adds its id.</summary>
/// <remarks><c>Changes</c>: Fields that differ from what is known, for people.</remarks>
public sealed record UpdateProduct(JoorProduct Product, IReadOnlyList<string> Changes) : ProductCall;

/// <summary>v4: every colour in every size in one call, also those JOOR has: it asks for the full list, and may call those DUPLICATED.</summary>
public sealed record CreateSkus(IReadOnlyList<SkuContent> Skus) : ProductCall;

/// <summary>v4: names, numbers and status of SKUs.</summary>
public sealed record UpdateSkus(IReadOnlyList<SkuContent> Skus) : ProductCall;

/// <summary>v4: prices that JOOR does not have.</summary>
public sealed record CreatePrices(IReadOnlyList<PlannedPrice> Prices) : ProductCall;

/// <summary>v4: new amounts of prices that JOOR has.</summary>
public sealed record UpdatePrices(IReadOnlyList<PlannedPrice> Prices) : ProductCall;

/// <summary>A price of one SKU.</summary>
public sealed record PlannedPrice(SkuKey Key, string PriceTypeId, decimal Wholesale, decimal? Retail);

/// <summary>v4: a season. Many styles may plan the same: send it once.</summary>
public sealed record CreateSeason(SeasonName Season) : ProductCall;

/// <summary>v4: a collection without items. Many styles may plan the same: send it once.</summary>
public sealed record CreateCollection(string Code, LinesheetContent Content) : ProductCall;

/// <summary>
/// v4: the product's place in a collection, and the collection's own words. A difference, not a body: <c>CollectionBodies</c> lays those of many
/// styles over the items that the collection has.
/// </summary>
/// <remarks><c>Content</c>: Null takes the product out.
/// <c>SetsHeader</c>: True when name, season or dates differ from what this style sent last.</remarks>
public sealed record UpdateCollection(string Code, LinesheetContent? Content, bool SetsHeader) : ProductCall;

/// <summary>v4: pictures of the product, or swatches of its colours.</summary>
/// <remarks><c>AreSwatches</c>: True for swatches, which have an address of their own in JOOR.
/// <c>ReplacesAll</c>: True deletes the product's other pictures (replace_all).</remarks>
public sealed record AddAssets(IReadOnlyList<KnownImage> Images, bool AreSwatches, bool ReplacesAll) : ProductCall;
