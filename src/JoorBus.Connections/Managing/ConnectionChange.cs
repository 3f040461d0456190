using System.Text.Json.Nodes;

namespace JoorBus.Connections.Managing;

/// <summary>What a person gave for a connection: only what is to change. Null sets back to the default, or takes a secret away.</summary>
public sealed record ConnectionChange
{
    public string? Name { get; init; }

    /// <summary>Values by field name.</summary>
    public required JsonObject Settings { get; init; }

    /// <summary>Secrets by field name.</summary>
    public required IReadOnlyDictionary<string, string?> Secrets { get; init; }

    public override string ToString() => $"change of {string.Join(", ", Settings.Select(setting => setting.Key).Concat(Secrets.Keys))}";
}
