namespace JoorBus.Orders.Polling;

/// <summary>Whole seconds, at which rounds begin: connections that are due in the same second share their statements.</summary>
internal static class PollTicks
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    public static DateTimeOffset AtOrBefore(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % Tick.Ticks));

    public static DateTimeOffset AtOrAfter(DateTimeOffset time) => AtOrBefore(time.AddTicks(Tick.Ticks - 1));
}
