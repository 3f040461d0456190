using System.Diagnostics;

namespace JoorBus.Benchmarks.Source;

/// <summary>Which orders become available at the source, and when after the start.</summary>
/// <param name="First">Number of the first order; its JOOR order id is this number.</param>
/// <param name="Orders">How many, numbered without gaps.</param>
/// <param name="OrdersPerSecond">0: all at the start.</param>
public sealed record OrderFeed(int First, int Orders, int OrdersPerSecond = 0)
{
    /// <summary>When the order of this index (from 0) is available, in ticks of <see cref="Stopwatch"/>, one clock for all processes of a machine.</summary>
    public long AvailableAt(int index, long start) =>
        OrdersPerSecond == 0 ? start : start + index * Stopwatch.Frequency / OrdersPerSecond;
}
