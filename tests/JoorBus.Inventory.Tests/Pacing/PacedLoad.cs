using JoorBus.Inventory.Pacing;

namespace JoorBus.Inventory.Tests.Pacing;

/// <summary>Drives the pacer over virtual time: arrivals, fixed windows of credits, others who spend from the same.</summary>
internal sealed class PacedLoad(double window, int perWindow, int mostEntries)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public int Requests { get; private set; }

    /// <returns>Staleness of each arrival, in seconds.</returns>
    public double[] Run(IReadOnlyList<double> arrivals)
    {
        var pacer = new StockPacer(TimeSpan.FromSeconds(window), Start);
        var staleness = new double[arrivals.Count];
        var (arrived, sent, now, left, windowAt) = (0, 0, 0d, perWindow, 0);
        while (sent < arrivals.Count)
        {
            if ((int)(now / window) != windowAt)
                (windowAt, left) = ((int)(now / window), perWindow);
            var before = arrived;
            while (arrived < arrivals.Count && arrivals[arrived] <= now)
                arrived++;
            pacer.Arrived(At(now), arrived - before);
            var decision = pacer.Decide(new PaceInput
            {
                Now = At(now),
                Waiting = Math.Min(arrived - sent, mostEntries),
                OldestAt = arrived > sent ? At(arrivals[sent]) : null,
                Affordable = left,
                PerWindow = perWindow,
                RefillsAt = At((windowAt + 1) * window),
                Window = TimeSpan.FromSeconds(window),
                MostEntries = mostEntries,
            });
            if (decision is PaceDecision.Send(var entries))
            {
                for (var end = sent + entries; sent < end; sent++)
                    staleness[sent] = now - arrivals[sent];
                pacer.Sent(At(now));
                left--;
                Requests++;
                continue;
            }

            var until = ((PaceDecision.Wait)decision).Until is { } at ? (at - Start).TotalSeconds : double.PositiveInfinity;
            var next = Math.Min(until, arrived < arrivals.Count ? arrivals[arrived] : double.PositiveInfinity);
            now = Math.Max(next, now + 1e-6);
        }

        return staleness;
    }

    private static DateTimeOffset At(double seconds) => Start.AddTicks((long)Math.Ceiling(seconds * TimeSpan.TicksPerSecond));
}
