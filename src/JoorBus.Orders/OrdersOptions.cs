namespace JoorBus.Orders;

/// <summary>Settings of the orders slice.</summary>
public sealed class OrdersOptions
{
    /// <summary>How long the WMS may leave a command unanswered before people are told. Default 15 min, 1 s to 7 days.</summary>
    public TimeSpan SilenceAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often silent orders are looked for. Default 1 min, 1 s to 1 h.</summary>
    public TimeSpan SilenceInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a host keeps a connection's poll lease without renewing it. Default 1 min, 5 s to 10 min.</summary>
    public TimeSpan PollLease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Every fault of these settings, as sentences; empty when none.</summary>
    public IEnumerable<string> Faults()
    {
        if (SilenceAfter < TimeSpan.FromSeconds(1) || SilenceAfter > TimeSpan.FromDays(7))
        {
            yield return $"JOORBUS__ORDERS__SILENCEAFTER is {SilenceAfter}; allowed is 00:00:01 to 7.00:00:00";
        }

        if (SilenceInterval < TimeSpan.FromSeconds(1) || SilenceInterval > TimeSpan.FromHours(1))
        {
            yield return $"JOORBUS__ORDERS__SILENCEINTERVAL is {SilenceInterval}; allowed is 00:00:01 to 01:00:00";
        }

        if (PollLease < TimeSpan.FromSeconds(5) || PollLease > TimeSpan.FromMinutes(10))
        {
            yield return $"JOORBUS__ORDERS__POLLLEASE is {PollLease}; allowed is 00:00:05 to 00:10:00";
        }
    }
}
