using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>What happened to an order.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorOrderChangeKind>))]
public enum JoorOrderChangeKind
{
    Added,
    Amended,
    Approved,
    Shipped,
    Cancelled,

    /// <summary>Marked exported for the first time.</summary>
    Exported,

    /// <summary>Marked again after an earlier mark.</summary>
    ExportedAgain,

    /// <summary>Withheld from a checked read because a required field was empty.</summary>
    ExportFailed,
}
