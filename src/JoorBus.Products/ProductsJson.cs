using System.Text.Json.Serialization;
using JoorBus.Products.Removing;
using JoorBus.Products.Setting;

namespace JoorBus.Products;

/// <summary>JSON of this slice's documents. Property names as in C#, which is Marten's default.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProductSettings))]
[JsonSerializable(typeof(CountedLine[]))]
internal sealed partial class ProductsJson : JsonSerializerContext;
