using JoorBus.Messaging;

namespace JoorBus.Demo;

/// <summary>What a demo shall show.</summary>
internal sealed record DemoPlan
{
    public required int Orders { get; init; }

    public required BusTransport Transport { get; init; }

    public required bool EndsAtRest { get; init; }

    public required bool Json { get; init; }

    public required bool Verbose { get; init; }

    public required string Folder { get; init; }

    public required string Urls { get; init; }

    /// <summary>Every tenth order is amended after it was imported.</summary>
    public int Amended => Orders / 10;

    /// <summary>Every twentieth order is cancelled after it was imported.</summary>
    public int Cancelled => Orders / 20;

    public TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);
}
