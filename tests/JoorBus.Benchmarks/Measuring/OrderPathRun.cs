namespace JoorBus.Benchmarks.Measuring;

/// <summary>One measured run of one contender.</summary>
/// <param name="Orders">Orders moved, each to an accepted saga.</param>
/// <param name="Elapsed">From the first order available to the last saga accepted.</param>
/// <param name="Cpu">From the start until the outbox was empty.</param>
/// <param name="SequentialRows">Rows that PostgreSQL read by sequential scans, as far as its statistics were reported.</param>
/// <param name="Delays">Available at the source to command on the queue, sorted; says something at a fixed rate only.</param>
public sealed record OrderPathRun(int Orders, TimeSpan Elapsed, CpuSeconds Cpu, long SequentialRows, IReadOnlyList<TimeSpan> Delays)
{
    public double OrdersPerSecond => Orders / Elapsed.TotalSeconds;

    /// <summary>CPU milliseconds per order, which is CPU seconds per 1,000 orders.</summary>
    public CpuSeconds CpuPerThousand => new(Cpu.Client * 1000 / Orders, Cpu.Postgres * 1000 / Orders, Cpu.Broker * 1000 / Orders);

    /// <summary>Nearest rank; <paramref name="share"/> between 0 and 1.</summary>
    public TimeSpan Delay(double share) => Delays[Math.Max(0, (int)Math.Ceiling(share * Delays.Count) - 1)];
}
