using System.Text.Json;
using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>Source-generated JSON of the saga's document.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(OrderSaga))]
public sealed partial class PlainJson : JsonSerializerContext;
