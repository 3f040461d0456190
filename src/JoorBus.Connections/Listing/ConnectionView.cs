using System.Text.Json.Nodes;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;

namespace JoorBus.Connections.Listing;

/// <summary>A connection as people see it: everything but secrets, of which only is told whether they are set.</summary>
public sealed record ConnectionView
{
    public required string Name { get; init; }

    public required string Key { get; init; }

    public required ConnectionState State { get; init; }

    public required int Revision { get; init; }

    /// <summary>v2 or v4.</summary>
    public required string OrdersThrough { get; init; }

    public required bool HasToken { get; init; }

    public required bool HasClientSecret { get; init; }

    public required bool HasPassword { get; init; }

    /// <summary>Key that the secrets are sealed with; null for a connection from configuration, or without secrets.</summary>
    public string? KeyId { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public LastTest? LastTest { get; init; }

    public LastPoll? LastPoll { get; init; }

    public CreditsView? Credits { get; init; }

    /// <summary>All settings by the names that HTTP takes.</summary>
    public required JsonObject Settings { get; init; }
}

/// <summary>How the last order read ended; <paramref name="Error"/> is null when well.</summary>
public sealed record LastPoll(DateTimeOffset At, string? Error);

/// <summary>JOOR's limit for the connection's account, over all copies.</summary>
/// <param name="Left">Credits left in the window.</param>
/// <param name="Throttled">Answers 429 so far; each is a defect.</param>
public sealed record CreditsView(int Left, int Throttled);
