namespace JoorBus.Benchmarks.Measuring;

/// <summary>What to run.</summary>
/// <param name="Pairs">Rounds.</param>
/// <param name="Orders">Orders per run.</param>
/// <param name="WarmUp">Orders per contender before the first round.</param>
/// <param name="LatencySeconds">Duration of each fixed rate; 0 = none.</param>
/// <param name="Contenders">By name.</param>
public sealed record BenchPlan(int Pairs, int Orders, int WarmUp, int LatencySeconds, IReadOnlyList<string> Contenders)
{
    public static readonly BenchPlan Smoke = new(1, 300, 300, 1, ["joorbus", "twin-a"]);

    /// <summary>Orders per second at which delays are taken.</summary>
    public static readonly IReadOnlyList<int> LatencyRates = [20, 50];

    public string QueueType { get; init; } = "classic";

    /// <summary>Nothing is emptied between runs: shows whether an order costs more the more are stored.</summary>
    public bool IsGrowing { get; init; }
}
