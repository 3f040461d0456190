using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Orders;
using JoorBus.Contracts.Products;

namespace JoorBus.Contracts;

/// <summary>Source-generated JSON of every message: camelCase names, enums as strings, unknown properties ignored.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JoorOrder))]
[JsonSerializable(typeof(JoorOrder[]))]
[JsonSerializable(typeof(JoorOrderReceived))]
[JsonSerializable(typeof(JoorOrderAmended))]
[JsonSerializable(typeof(JoorOrderCancelled))]
[JsonSerializable(typeof(CreateWmsOrder))]
[JsonSerializable(typeof(AmendWmsOrder))]
[JsonSerializable(typeof(CancelWmsOrder))]
[JsonSerializable(typeof(WmsOrderAccepted))]
[JsonSerializable(typeof(WmsOrderRejected))]
[JsonSerializable(typeof(WmsOrderShipped))]
[JsonSerializable(typeof(WmsOrderCancelled))]
[JsonSerializable(typeof(InventoryChanged))]
[JsonSerializable(typeof(InventorySnapshotStarted))]
[JsonSerializable(typeof(InventorySnapshotCompleted))]
[JsonSerializable(typeof(InventoryPushed))]
[JsonSerializable(typeof(InventoryPushRefused))]
[JsonSerializable(typeof(ProductChanged))]
[JsonSerializable(typeof(ProductRemoved))]
[JsonSerializable(typeof(ProductPushed))]
[JsonSerializable(typeof(ProductPushRefused))]
[JsonSerializable(typeof(Product))]
public sealed partial class ContractsJson : JsonSerializerContext;
