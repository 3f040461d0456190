using System.Text.Json;
using System.Text.Json.Serialization;
using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;
using JoorBus.Inventory.Counting;
using JoorBus.Inventory.Listing;
using JoorBus.Orders.Listing;
using JoorBus.Orders.Recording;
using JoorBus.Products.Listing;

namespace JoorBus.Http;

/// <summary>Why a request was not served.</summary>
/// <param name="Message">Sentences for a person.</param>
public sealed record Problem(string Message)
{
    /// <summary>What is wrong, field by field.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<FieldFault>? Faults { get; init; }

    /// <summary>What a test of the connection found, where that is the reason.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConnectionFinding? Test { get; init; }
}

/// <summary>A change of a connection that is in effect.</summary>
/// <param name="Name">Its name now.</param>
/// <param name="Test">What the test found; null when none was made.</param>
/// <param name="StillUnderWay">Set when requests with the old settings had not ended in time.</param>
/// <param name="Connection">As it is now; null when removed.</param>
public sealed record ConnectionChanged(string Name, ConnectionFinding? Test, string? StillUnderWay, ConnectionView? Connection);

/// <summary>One order with what its saga knows and its timeline.</summary>
public sealed record OrderDetail(OrderRow Order, OrderFacts? Facts, IReadOnlyList<OrderStep> Timeline);

/// <summary>Whether the host can work, part by part.</summary>
public sealed record Health(string Status, IReadOnlyDictionary<string, string> Parts);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(IReadOnlyList<OrderRow>))]
[JsonSerializable(typeof(List<OrderRow>))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(InventoryPage))]
[JsonSerializable(typeof(InventoryItem))]
[JsonSerializable(typeof(List<StockFigures>))]
[JsonSerializable(typeof(StockProgress))]
[JsonSerializable(typeof(List<Snapshot>))]
[JsonSerializable(typeof(SettingsView))]
[JsonSerializable(typeof(CostView))]
[JsonSerializable(typeof(AgainDue))]
[JsonSerializable(typeof(StockPreviewView))]
[JsonSerializable(typeof(ProductPage))]
[JsonSerializable(typeof(ProductDetail))]
[JsonSerializable(typeof(List<ProductFigures>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(ConnectionChanged))]
[JsonSerializable(typeof(KeyRotationReport))]
[JsonSerializable(typeof(IReadOnlyList<ConnectionView>))]
[JsonSerializable(typeof(List<ConnectionView>))]
internal sealed partial class ApiJson : JsonSerializerContext;
