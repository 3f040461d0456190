namespace JoorBus.Hosting;

/// <summary>Tells a bus that does not come back from a broker that is away: only time in which the broker lets us in counts.</summary>
internal sealed class Deafness
{
    /// <summary>The bus tries again after at most 30 seconds.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private DateTimeOffset? _since;

    /// <returns>Whether the bus has not been whole for <see cref="Patience"/> although it could.</returns>
    public bool Note(bool isWhole, bool isBrokerThere, DateTimeOffset now)
    {
        _since = isWhole || !isBrokerThere ? null : _since ?? now;
        return now - _since >= Patience;
    }
}
