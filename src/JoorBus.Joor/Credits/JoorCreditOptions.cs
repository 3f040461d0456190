namespace JoorBus.Joor;

/// <summary>Limits of <see cref="InProcessJoorCredits"/>; the defaults are JOOR's published limit.</summary>
public sealed class JoorCreditOptions
{
    /// <summary>Credits in one window, default 300.</summary>
    public int CreditsPerWindow { get; set; } = 300;

    /// <summary>Length of the window, default 300 s.</summary>
    public TimeSpan Window { get; set; } = TimeSpan.FromSeconds(300);

    /// <summary>How much later than spent JOOR may count a request, default 2 s; lengthens the window.</summary>
    public TimeSpan Lag { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Credits only order reading may use, default 60.</summary>
    public int ReservedForOrders { get; set; } = 60;
}
