using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Orders.Listing;
using JoorBus.Orders.Recording;

namespace JoorBus.Http;

/// <summary>Why a request was not served.</summary>
public sealed record Problem(string Message);

/// <summary>One order with what its saga knows and its timeline.</summary>
public sealed record OrderDetail(OrderRow Order, OrderFacts? Facts, IReadOnlyList<OrderStep> Timeline);

/// <summary>Whether the host can work, part by part.</summary>
public sealed record Health(string Status, IReadOnlyDictionary<string, string> Parts);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(IReadOnlyList<OrderRow>))]
[JsonSerializable(typeof(List<OrderRow>))]
[JsonSerializable(typeof(Health))]
internal sealed partial class ApiJson : JsonSerializerContext;
