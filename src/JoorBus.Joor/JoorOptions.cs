namespace JoorBus.Joor;

/// <summary>Settings of the gateway that hold for every connection, configuration section <c>Joor</c>.</summary>
public sealed class JoorOptions
{
    public const string SectionName = "Joor";

    /// <summary>More attempts after a failed one, for requests that are safe to repeat: 1 to 10, default 2.</summary>
    public int Repeats { get; set; } = 2;

    /// <summary>Mean wait before the first repeat, doubled for the next: 0 to 1 min, default 200 ms.</summary>
    public TimeSpan RepeatDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Seed of the jitter; differs between processes so that copies do not repeat in step.</summary>
    public int JitterSeed { get; set; } = Environment.ProcessId;

    /// <summary>Wait after a 429 without Retry-After: the longest that JOOR's fixed window can still last; 1 s to 1 h, default 300 s.</summary>
    public TimeSpan ThrottleWait { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How long a request waits for slot and credits before it ends as Throttled: 0 to 1 h, default 30 s.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The same for order reading, which comes again anyway: 0 to 1 h, default 10 s.</summary>
    public TimeSpan OrderReadingPatience { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Least time for one attempt that uploads a file; the connection's RequestTimeout where that is longer. 1 s to 1 h, default 2 min.</summary>
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Failures in <see cref="BreakerWindow"/>, with hardly a success among them, that stop a connection's requests: 2 to 1000, default 6.</summary>
    public int BreakerFailures { get; set; } = 6;

    /// <summary>Over which time failures are counted: 1 s to 1 h, default 60 s.</summary>
    public TimeSpan BreakerWindow { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How long nothing is sent then, until one request tries: 1 s to 1 h, default 30 s.</summary>
    public TimeSpan BreakerDuration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How the v4 login is posted. JOOR documents multipart; its live clients also use a form. Default multipart.</summary>
    public JoorLoginForm LoginForm { get; set; } = JoorLoginForm.Multipart;

    /// <summary>How long before its end a v4 token is renewed; at most a tenth of its life. 0 to 1 h, default 5 min.</summary>
    public TimeSpan RenewalMargin { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How orders are read through v4.</summary>
    public JoorV4OrderOptions OrdersV4 { get; set; } = new();

    /// <summary>Every value out of its range, each as a sentence that names its environment variable.</summary>
    public IReadOnlyList<string> Faults()
    {
        var (second, hour) = (TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        var faults = new JoorFieldFaults();
        faults.Range(nameof(Repeats), Repeats, 1, 10);
        faults.Range(nameof(RepeatDelay), RepeatDelay, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        faults.Range(nameof(ThrottleWait), ThrottleWait, second, hour);
        faults.Range(nameof(Patience), Patience, TimeSpan.Zero, hour);
        faults.Range(nameof(OrderReadingPatience), OrderReadingPatience, TimeSpan.Zero, hour);
        faults.Range(nameof(UploadTimeout), UploadTimeout, second, hour);
        faults.Range(nameof(BreakerFailures), BreakerFailures, 2, 1000);
        faults.Range(nameof(BreakerWindow), BreakerWindow, second, hour);
        faults.Range(nameof(BreakerDuration), BreakerDuration, second, hour);
        faults.Defined(nameof(LoginForm), LoginForm);
        faults.Range(nameof(RenewalMargin), RenewalMargin, TimeSpan.Zero, hour);
        return [.. faults.Found.Select(fault => $"JOORBUS__{SectionName.ToUpperInvariant()}__{fault.Field.ToUpperInvariant()} {fault.Says}.")];
    }
}
