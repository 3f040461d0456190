using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>What a bulk job writes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorJobKind>))]
public enum JoorJobKind
{
    Styles,
    Customers,
}
