using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>What becomes of stock for a warehouse that does not exist. JOOR's pages speak of "unexpected results".</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorUnknownWarehouse>))]
public enum JoorUnknownWarehouse
{
    /// <summary>Passed in the log, without effect.</summary>
    Ignore,

    /// <summary>Failed in the log.</summary>
    Fail,
}
