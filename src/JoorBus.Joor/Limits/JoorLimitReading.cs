namespace JoorBus.Joor;

/// <summary>Limits of one account at one moment, for screens.</summary>
public sealed record JoorLimitReading
{
    public required string Account { get; init; }

    /// <summary>Credits that may be spent now; what is under way counts as spent.</summary>
    public required int CreditsLeft { get; init; }

    /// <summary>The part of <see cref="CreditsLeft"/> that is not kept for order reading.</summary>
    public required int LeftBesideOrders { get; init; }

    /// <summary>Until credits come back, null when all are there or an answer must come first.</summary>
    public TimeSpan? RefillsIn { get; init; }

    /// <summary>Rest of the pause after a 429; null when there is none.</summary>
    public TimeSpan? BlockedFor { get; init; }

    /// <summary>Requests in line, at most one per process, limit group and endpoint.</summary>
    public required int Waiting { get; init; }

    public required int UnderWay { get; init; }

    /// <summary>429s that came although the limits were kept.</summary>
    public required int Defects { get; init; }
}
