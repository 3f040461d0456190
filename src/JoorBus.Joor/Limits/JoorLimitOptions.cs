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

    /// <summary>Credits of a reading request, default 1.</summary>
    public int ReadCredits { get; set; } = 1;

    /// <summary>Credits of any other request, default 5.</summary>
    public int WriteCredits { get; set; } = 5;
}
