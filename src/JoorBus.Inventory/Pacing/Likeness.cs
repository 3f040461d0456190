using System.Runtime.CompilerServices;

namespace JoorBus.Inventory.Pacing;

/// <summary>How many entries came shortly before a moment, and less shortly: moments alike in that are often followed alike.</summary>
internal readonly struct Likeness
{
    // In three-hundredths of a window, which are seconds by default.
    private static readonly double[] Spans = [0.1, 0.4, 1.6, 6.4, 25.6, 102.4];

    private readonly Logarithms _logarithms;

    public Likeness(Arrivals arrivals, DateTimeOffset at, TimeSpan window)
    {
        var end = arrivals.IndexOf(at + TimeSpan.FromTicks(1));
        for (var span = 0; span < Spans.Length; span++)
            _logarithms[span] = Math.Log(1 + arrivals.Between(arrivals.IndexOf(at - (window / 300 * Spans[span])), end));
    }

    /// <summary>0 where nothing differs.</summary>
    public double To(Likeness other)
    {
        var distance = 0d;
        for (var span = 0; span < Spans.Length; span++)
            distance += Math.Abs(_logarithms[span] - other._logarithms[span]);
        return distance;
    }

    [InlineArray(6)]
    private struct Logarithms
    {
        private double _first;
    }
}
