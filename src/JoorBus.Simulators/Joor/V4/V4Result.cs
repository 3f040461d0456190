using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>What became of one element of a bulk call.</summary>
internal sealed record V4Result
{
    /// <summary>The element as JOOR now has it; null when it was refused.</summary>
    public JsonNode? Data { get; private init; }

    public string Status { get; private init; } = "";

    public string Message { get; private init; } = "";

    /// <summary>Details beside the echo.</summary>
    public JsonObject Details { get; init; } = [];

    public static V4Result Accepted(JsonNode data) => new() { Data = data };

    public static V4Result Invalid(string message) => new() { Status = "VALIDATION_ERROR", Message = message };

    public static V4Result NotFound(string message) => new() { Status = "NOT_FOUND", Message = message };

    public static V4Result Duplicated(string message) => new() { Status = "DUPLICATED", Message = message };
}
