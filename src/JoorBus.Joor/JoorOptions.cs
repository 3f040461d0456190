namespace JoorBus.Joor;

/// <summary>Settings of the gateway that hold for every connection.</summary>
public sealed class JoorOptions
{
    /// <summary>More attempts after a failed one, for requests without effect: 1 to 10, default 2.</summary>
    public int Repeats { get; set; } = 2;

    /// <summary>Mean wait before the first repeat, doubled for the next: default 200 ms.</summary>
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Seed of the jitter; differs between processes so that copies do not repeat in step.</summary>
    public int JitterSeed { get; set; } = Environment.ProcessId;

    /// <summary>Wait after a 429 without Retry-After: the longest that JOOR's fixed window can still last, default 300 s.</summary>
    public TimeSpan ThrottleWait { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How orders are read through v4.</summary>
    public JoorV4OrderOptions OrdersV4 { get; set; } = new();
}
