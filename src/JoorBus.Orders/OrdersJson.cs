using System.Text.Json.Serialization;
using JoorBus.Contracts.Orders;
using JoorBus.Orders.Tracking;

namespace JoorBus.Orders;

/// <summary>JSON of this slice's documents. Property names as in C#, which is Marten's default.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OrderFulfillment))]
[JsonSerializable(typeof(JoorOrder))]
internal sealed partial class OrdersJson : JsonSerializerContext;
