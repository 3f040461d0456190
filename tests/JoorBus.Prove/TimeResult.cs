using JoorBus.Prove.Deaths;

namespace JoorBus.Prove;

/// <summary>How one time ended.</summary>
internal sealed record TimeResult
{
    public required KillPlan Plan { get; init; }

    public int Kills { get; init; }

    public int Amended { get; init; }

    public int Cancelled { get; init; }

    /// <summary>Commands that reached the warehouse again and did nothing.</summary>
    public int Repeated { get; init; }

    /// <summary>Deliveries to JoorBus that its inbox recognised.</summary>
    public int Recognised { get; init; }

    /// <summary>Messages that the sweeper delivered.</summary>
    public int Swept { get; init; }

    /// <summary>Levels that the warehouse told.</summary>
    public int Levels { get; init; }

    /// <summary>Changes of styles that it told.</summary>
    public int Styles { get; init; }

    /// <summary>Numbers of stock that JOOR should hold.</summary>
    public int StockNumbers { get; init; }

    /// <summary>Numbers of stock that JOOR took.</summary>
    public int StockTaken { get; init; }

    /// <summary>Stock and styles that are old or wrong in JOOR.</summary>
    public int Stale { get; init; }

    public required double Seconds { get; init; }

    public string Summary { get; init; } = "";

    public int Lost { get; init; }

    public int Doubled { get; init; }

    /// <summary>Empty when the time passed.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>Folder with the hosts' logs; null when the time passed.</summary>
    public string? Evidence { get; init; }

    public static TimeResult BrokenOff(KillPlan plan, string folder, TimeSpan took, Exception reason) => new()
    {
        Plan = plan,
        Seconds = took.TotalSeconds,
        Faults = [$"the time broke off: {reason}"],
        Evidence = folder,
    };

    public bool Passed => Faults.Count == 0;
}
