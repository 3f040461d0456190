using System.Text.Json.Serialization;

namespace JoorBus.Inventory.Pushing;

/// <summary>JSON of pushes. Property names as in C#, which is Marten's default.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(FullPush))]
[JsonSerializable(typeof(InventoryPush))]
internal sealed partial class InventoryPushJson : JsonSerializerContext;
