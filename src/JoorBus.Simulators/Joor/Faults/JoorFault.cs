namespace JoorBus.Simulators.Joor;

/// <summary>A fault on command: which requests it hits, how often, and what it does.</summary>
public sealed record JoorFault
{
    /// <summary>Kinds after which a client need only ask again: none that speaks of a token or a right, none that costs memory.</summary>
    public static IReadOnlyList<JoorFaultKind> PassingKinds { get; } =
    [
        JoorFaultKind.ServerError, JoorFaultKind.Unavailable, JoorFaultKind.TooManyRequests, JoorFaultKind.DropBeforeEffect, JoorFaultKind.DropAfterEffect,
        JoorFaultKind.DropInAnswer, JoorFaultKind.CutOffJson, JoorFaultKind.Garbage, JoorFaultKind.HtmlPage, JoorFaultKind.Slow,
    ];

    public required JoorFaultKind Kind { get; init; }

    /// <summary>Only requests whose path and query contain this text, such as "sync=1"; null hits all.</summary>
    public string? Matching { get; init; }

    /// <summary>How many requests to hit; null goes on until cleared.</summary>
    public int? Count { get; init; } = 1;

    /// <summary>Chance of each matching request to be hit, above 0 to 1; drawn from the simulator's seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Wait of <see cref="JoorFaultKind.Slow"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Retry-After to send with 429 and 503; null sends none. JOOR's own use of it is not documented.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
