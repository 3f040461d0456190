using System.Text.Json.Serialization;

namespace JoorBus.Products.Planning;

/// <summary>One call to JOOR, or one style's part of a bulk call. It names things by the brand's codes; bodies get JOOR's ids from what is known when it is sent.</summary>
[JsonDerivedType(typeof(PutStyle), nameof(PutStyle))]
[JsonDerivedType(typeof(DropLinesheets), nameof(DropLinesheets))]
[JsonDerivedType(typeof(DeleteColor), nameof(DeleteColor))]
[JsonDerivedType(typeof(DeleteSize), nameof(DeleteSize))]
[JsonDerivedType(typeof(DeleteStyle), nameof(DeleteStyle))]
[JsonDerivedType(typeof(PutImage), nameof(PutImage))]
[JsonDerivedType(typeof(DeleteImage), nameof(DeleteImage))]
[JsonDerivedType(typeof(CreateProduct), nameof(CreateProduct))]
[JsonDerivedType(typeof(UpdateProduct), nameof(UpdateProduct))]
[JsonDerivedType(typeof(CreateSkus), nameof(CreateSkus))]
[JsonDerivedType(typeof(UpdateSkus), nameof(UpdateSkus))]
[JsonDerivedType(typeof(CreatePrices), nameof(CreatePrices))]
[JsonDerivedType(typeof(UpdatePrices), nameof(UpdatePrices))]
[JsonDerivedType(typeof(CreateSeason), nameof(CreateSeason))]
[JsonDerivedType(typeof(CreateCollection), nameof(CreateCollection))]
[JsonDerivedType(typeof(UpdateCollection), nameof(UpdateCollection))]
[JsonDerivedType(typeof(AddAssets), nameof(AddAssets))]
public abstract record ProductCall;
