using System.Globalization;

namespace JoorBus.Joor;

/// <summary>What is left of a request's TotalTimeout, and so what its next attempt may take.</summary>
internal readonly struct JoorDeadline(TimeSpan total, TimeProvider clock)
{
    private readonly long _started = clock.GetTimestamp();

    public TimeSpan Left => total - clock.GetElapsedTime(_started);

    public bool IsOver => Left <= TimeSpan.Zero;

    public TimeSpan Elapsed => clock.GetElapsedTime(_started);

    public TimeSpan Shorten(TimeSpan wish) => Left is var left && left < wish ? (left > TimeSpan.Zero ? left : TimeSpan.Zero) : wish;

    /// <summary>The sentence for an attempt that took the whole of <paramref name="allowed"/>.</summary>
    public string Explain(TimeSpan allowed, TimeSpan attemptTimeout) => allowed < attemptTimeout
        ? string.Create(CultureInfo.InvariantCulture, $"no whole answer before the request's time of {total.TotalSeconds:0.###} s in all was over (TotalTimeout)")
        : string.Create(CultureInfo.InvariantCulture, $"no whole answer within {attemptTimeout.TotalSeconds:0.###} s (RequestTimeout)");
}
