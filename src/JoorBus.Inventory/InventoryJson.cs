using System.Text.Json.Serialization;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory;

/// <summary>JSON that this slice stores, source-generated where it is read often.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ItemIdentity))]
internal sealed partial class InventoryJson : JsonSerializerContext;
