namespace JoorBus.Joor;

/// <summary>JOOR's published limit, configuration section <c>Limits</c>.</summary>
public sealed class JoorLimitOptions
{
    public const string SectionName = "Limits";

    /// <summary>Credits of one account in one window: 10 to 1,000,000, default 300.</summary>
    public int CreditsPerWindow { get; set; } = 300;

    /// <summary>Length of the window: 1 s to 1 h, default 300 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>Added to a window's end for clocks that run differently: 0 to 10 s, default 200 ms.</summary>
    public TimeSpan Lag { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Credits that only order reading may use: 0 to half of <see cref="CreditsPerWindow"/>, default 60.</summary>
    public int ReservedForOrders { get; set; } = 60;

    /// <summary>Credits of a reading request: 1 to 100 and no more than others may use, default 1.</summary>
    public int ReadCredits { get; set; } = 1;

    /// <summary>Credits of any other request: as <see cref="ReadCredits"/>, default 5.</summary>
    public int WriteCredits { get; set; } = 5;

    /// <summary>Every fault as a sentence that names its environment variable; empty when the options can be used.</summary>
    public IReadOnlyList<string> Faults()
    {
        var faults = new JoorLimitFaults();
        faults.Range(nameof(CreditsPerWindow), CreditsPerWindow, 10, 1_000_000);
        faults.Range(nameof(Window), Window, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1));
        faults.Range(nameof(Lag), Lag, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        faults.Range(nameof(ReservedForOrders), ReservedForOrders, 0, Math.Max(0, CreditsPerWindow / 2));
        var dearest = Math.Clamp(CreditsPerWindow - ReservedForOrders, 1, 100);
        faults.Range(nameof(ReadCredits), ReadCredits, 1, dearest);
        faults.Range(nameof(WriteCredits), WriteCredits, 1, dearest);
        return faults.Sentences;
    }
}
