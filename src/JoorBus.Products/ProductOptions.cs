namespace JoorBus.Products;

/// <summary>Settings of the products slice.</summary>
public sealed class ProductOptions
{
    /// <summary>After how long without a sign of life another host takes over a connection's products; a little longer than RequestTimeout where that is more. Default 30 s, 5 s to 10 min.</summary>
    public TimeSpan WorkerLease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often work is looked for that was announced while nobody could listen. Default 5 s, 1 s to 5 min.</summary>
    public TimeSpan LookInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long what an account offers (price types, categories, seasons …) is believed. Default 1 h, 1 min to 1 day.</summary>
    public TimeSpan FactsAge { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Time between two looks at a running job of JOOR. Default 2 s, 1 s to 5 min.</summary>
    public TimeSpan JobInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a job of JOOR may run before its styles are read instead. Default 30 min, 10 s to 1 day.</summary>
    public TimeSpan JobPatience { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Wait before the first repetition after JOOR was not reached, doubled each time up to 10 minutes. Default 5 s, 1 s to 10 min.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Time to ask for an image's type and size before it is sent. Default 10 s, 1 s to 2 min.</summary>
    public TimeSpan ImageTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Every fault of these settings, as sentences; empty when none.</summary>
    public IEnumerable<string> Faults()
    {
        (string Name, TimeSpan Value, TimeSpan Least, TimeSpan Most)[] ranges =
        [
            ("WORKERLEASE", WorkerLease, TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(10)),
            ("LOOKINTERVAL", LookInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            ("FACTSAGE", FactsAge, TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
            ("JOBINTERVAL", JobInterval, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            ("JOBPATIENCE", JobPatience, TimeSpan.FromSeconds(10), TimeSpan.FromDays(1)),
            ("RETRYDELAY", RetryDelay, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10)),
            ("IMAGETIMEOUT", ImageTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(2)),
        ];
        return ranges.Where(range => range.Value < range.Least || range.Value > range.Most)
            .Select(range => $"JOORBUS__PRODUCTS__{range.Name} is {range.Value}; allowed is {range.Least} to {range.Most}");
    }
}
