using System.Text.Json.Serialization;
using JoorBus.Joor;

namespace JoorBus.Connections.Sharing;

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JoorAccountState))]
[JsonSerializable(typeof(JoorGroupState))]
internal sealed partial class LimitJson : JsonSerializerContext;
