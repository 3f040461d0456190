namespace JoorBus.Benchmarks.Measuring;

/// <summary>All runs of one contender, round by round, and its delays by rate.</summary>
public sealed record ContenderResult(string Name, IReadOnlyList<OrderPathRun> Runs, IReadOnlyDictionary<int, OrderPathRun> Paced)
{
    public Spread OrdersPerSecond => Spread.Of(Runs.Select(run => run.OrdersPerSecond));

    public Spread Cpu(Func<CpuSeconds, double> part) => Spread.Of(Runs.Select(run => part(run.CpuPerThousand)));

    /// <summary>Far above 1: PostgreSQL reads whole tables, which costs more with every stored order.</summary>
    public Spread SequentialRowsPerOrder => Spread.Of(Runs.Select(run => (double)run.SequentialRows / run.Orders));

    /// <summary>Throughput against another contender, each round for itself.</summary>
    public Spread RatioTo(ContenderResult other) =>
        Spread.Of(Runs.Zip(other.Runs, (mine, theirs) => mine.OrdersPerSecond / theirs.OrdersPerSecond));
}

/// <summary>A whole comparison.</summary>
public sealed record ComparisonResult(BenchPlan Plan, IReadOnlyList<ContenderResult> Contenders);
