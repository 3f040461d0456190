using System.Text.Json;
using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.Source;

/// <summary>Source-generated JSON of the saga document and of the partly read event.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(TrackedOrder))]
[JsonSerializable(typeof(OrderNotice))]
public sealed partial class PathJson : JsonSerializerContext;
