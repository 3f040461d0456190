using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Wms;

/// <summary>An order's state in the warehouse.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WmsOrderStatus>))]
public enum WmsOrderStatus
{
    /// <summary>Never created; an amendment or a cancellation asked for it.</summary>
    Unknown,
    Rejected,
    Accepted,
    Cancelled,
    Shipped,
}
