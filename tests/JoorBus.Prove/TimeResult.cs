using JoorBus.Prove.Deaths;

namespace JoorBus.Prove;

/// <summary>How one time ended.</summary>
internal sealed record TimeResult
{
    public required KillPlan Plan { get; init; }

    public required int Kills { get; init; }

    public required int Amended { get; init; }

    public required int Cancelled { get; init; }

    /// <summary>Commands that reached the warehouse again and did nothing.</summary>
    public required int Repeated { get; init; }

    /// <summary>Deliveries to JoorBus that its inbox recognised.</summary>
    public required int Recognised { get; init; }

    /// <summary>Messages that the sweeper delivered.</summary>
    public required int Swept { get; init; }

    public required double Seconds { get; init; }

    public required string Summary { get; init; }

    public required int Lost { get; init; }

    public required int Doubled { get; init; }

    /// <summary>Empty when the time passed.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Folder with the hosts' logs; null when the time passed.</summary>
    public string? Evidence { get; init; }

    public bool Passed => Faults.Count == 0;
}
