using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>What becomes of stock for an item that the catalog does not hold.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorUnknownSku>))]
public enum JoorUnknownSku
{
    /// <summary>Failed in the log.</summary>
    Fail,

    /// <summary>Kept under the name the call gave it, for loads that need no catalog.</summary>
    Keep,
}
