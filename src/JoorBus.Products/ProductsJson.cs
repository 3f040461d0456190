using System.Text.Json.Serialization;
using JoorBus.Products.Removing;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;

namespace JoorBus.Products;

/// <summary>JSON of this slice's documents. Property names as in C#, which is Marten's default.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProductSettings))]
[JsonSerializable(typeof(CountedLine[]))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(KnownProductDocument))]
[JsonSerializable(typeof(ProductPush))]
internal sealed partial class ProductsJson : JsonSerializerContext;
