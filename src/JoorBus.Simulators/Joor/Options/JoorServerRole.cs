using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>Which of JOOR's two worlds is played. Neither knows the other's tokens, so a test of mixed-up worlds starts one of each.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JoorServerRole>))]
public enum JoorServerRole
{
    Production,
    Sandbox,
}
