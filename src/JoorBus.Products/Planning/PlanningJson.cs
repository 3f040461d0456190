using System.Text.Json.Serialization;

namespace JoorBus.Products.Planning;

/// <summary>JSON of what is known and of calls. Property names as in C#, which is Marten's default.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(KnownProduct))]
[JsonSerializable(typeof(ProductPlan))]
[JsonSerializable(typeof(ProductCall))]
public sealed partial class PlanningJson : JsonSerializerContext;
