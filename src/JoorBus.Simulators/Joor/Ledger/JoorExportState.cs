using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR's export mark.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorExportState>))]
public enum JoorExportState
{
    NotExported,
    Failed,
    Exported,
}
