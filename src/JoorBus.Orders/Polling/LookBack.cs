namespace JoorBus.Orders.Polling;

/// <summary>
/// How far a round reaches back before its checkpoint. JOOR shows nearly every order within seconds, and reading the whole overlap in each round would read
/// each order many times, for credits that stock needs. So most looks are near, and a far one comes twice in an overlap. Pure.
/// </summary>
/// <param name="Back">Before the checkpoint.</param>
/// <param name="IsFar">Whether it finds whatever JOOR showed as late as the overlap allows.</param>
public sealed record LookBack(TimeSpan Back, bool IsFar)
{
    private static readonly TimeSpan Near = TimeSpan.FromSeconds(5);

    /// <param name="overlap">How late JOOR may show an order.</param>
    /// <param name="farAt">When the last far look of this host began; null when it had none.</param>
    /// <param name="now">When this look begins.</param>
    public static LookBack At(TimeSpan overlap, DateTimeOffset? farAt, DateTimeOffset now)
    {
        if (overlap <= Near)
        {
            return new LookBack(overlap, IsFar: true);
        }

        // Whoever looked last, its last far look began at most half an overlap before the checkpoint.
        var half = overlap / 2;
        return now - farAt < half ? new LookBack(Near, IsFar: false) : new LookBack(overlap + half, IsFar: true);
    }
}
