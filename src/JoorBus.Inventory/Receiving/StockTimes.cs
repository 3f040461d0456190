namespace JoorBus.Inventory.Receiving;

/// <summary>Times as PostgreSQL keeps them, and the versions made of them.</summary>
internal static class StockTimes
{
    public static DateTime ToMicrosecond(DateTimeOffset time) => new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);

    /// <summary>Microseconds since 1970.</summary>
    public static long VersionOf(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
