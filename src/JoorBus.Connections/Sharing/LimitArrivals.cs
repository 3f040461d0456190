namespace JoorBus.Connections.Sharing;

/// <summary>
/// Times of arrival in this process, by the database's clock. One difference between the clocks serves all, so that those who came within
/// a round trip of each other keep their order.
/// </summary>
internal sealed class LimitArrivals(TimeProvider clock)
{
    // A busy machine reads the time late; a new difference for every delay would put those who ask later before those who came earlier.
    private static readonly TimeSpan Drift = TimeSpan.FromSeconds(2);
    private readonly Lock _gate = new();
    private readonly long _epoch = clock.GetTimestamp();
    private DateTimeOffset _epochThere;

    /// <param name="arrived">Timestamp of this process's clock.</param>
    /// <param name="now">The database's time, just read.</param>
    public DateTimeOffset Of(long arrived, DateTimeOffset now)
    {
        lock (_gate)
        {
            var epoch = now - clock.GetElapsedTime(_epoch);
            if ((epoch - _epochThere).Duration() > Drift)
                _epochThere = epoch;
            return _epochThere + clock.GetElapsedTime(_epoch, arrived);
        }
    }
}
