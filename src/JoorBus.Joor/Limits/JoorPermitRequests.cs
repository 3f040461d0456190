namespace JoorBus.Joor;

/// <summary>From what the gateway asks to what the limits decide on.</summary>
public static class JoorPermitRequests
{
    private const int MostAtOnce = 25;

    /// <summary>Refuses what could never be granted: a fault of the program, not a matter of waiting.</summary>
    public static void Check(this JoorPermitRequest request, JoorLimitOptions options)
    {
        var usable = options.CreditsPerWindow - (request.Priority == JoorPriority.OrderReading ? 0 : options.ReservedForOrders);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Credits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Credits, usable);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Concurrency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(request.Concurrency, MostAtOnce);
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Patience, TimeSpan.Zero);
    }

    public static JoorWaiter ToWaiter(this JoorPermitRequest request, string id, int holder, string account, DateTimeOffset arrived, DateTimeOffset givesUpAt) => new()
    {
        Id = id,
        Holder = holder,
        Connection = request.Connection,
        Revision = request.Revision,
        Account = account,
        Group = request.Group,
        Concurrency = request.Concurrency,
        Endpoint = request.Endpoint,
        Credits = request.Credits,
        Priority = request.Priority,
        Arrived = arrived,
        GivesUpAt = givesUpAt,
        LongestAttempt = request.LongestAttempt,
    };
}
