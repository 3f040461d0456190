using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Wms;

/// <summary>Every order the warehouse was asked about, at one moment.</summary>
public sealed record WmsLedger(IReadOnlyList<WmsOrderEntry> Orders)
{
    [JsonIgnore]
    public int CommandsSeen => Orders.Sum(order => order.Created.Deliveries + order.Amended.Deliveries + order.Cancelled.Deliveries);

    [JsonIgnore]
    public int CommandsRepeated => Orders.Sum(order => order.Repeated);

    [JsonIgnore]
    public int OrdersCreated => Orders.Sum(order => order.Created.Effects);

    /// <summary>Must stay 0.</summary>
    [JsonIgnore]
    public int DoubledEffects => Orders.Sum(order => order.Doubled);

    public int CountOf(WmsOrderStatus status) => Orders.Count(order => order.Status == status);
}
