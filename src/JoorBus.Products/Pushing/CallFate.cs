using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>What became of one style's call.</summary>
internal abstract record CallFate
{
    private CallFate()
    {
    }

    /// <summary>JOOR took it; reasons name parts that it refused.</summary>
    public sealed record Taken(CallAnswer Answer) : CallFate
    {
        public IReadOnlyList<string> Reasons { get; init; } = [];

        /// <summary>What was really sent, where that is less than was planned.</summary>
        public ProductCall? Call { get; init; }
    }

    /// <summary>JOOR said no; the sentence says what and why.</summary>
    public sealed record Refused(string Sentence) : CallFate;

    /// <summary>It may have taken effect: JOOR is read before anything else is sent.</summary>
    public sealed record Unknown(string Sentence) : CallFate;

    /// <summary>A request for many was refused as a whole, so surely without effect: each goes alone and JOOR says whose fault it was.</summary>
    public sealed record Alone : CallFate
    {
        public static Alone Instance { get; } = new();
    }

    /// <summary>Surely without effect; everything waits. Null leaves the time to the worker.</summary>
    public sealed record Later(string Sentence, DateTimeOffset? Until) : CallFate;

    /// <summary>The fate that an answer without a value means.</summary>
    public static CallFate Of<T>(JoorAnswer<T> answer, string what) => answer switch
    {
        JoorAnswer<T>.Accepted => new Taken(CallAnswer.Taken),
        JoorAnswer<T>.Refused { IsSent: false } unsent => new Refused($"{what}: not sent, {unsent.Reason}."),
        JoorAnswer<T>.Refused refused => new Refused($"{what}: JOOR refused it: {refused.Reason}{(answer.LogId is { } log ? $" (JOOR log id {log})" : "")}."),
        JoorAnswer<T>.NotFound => new Unknown(answer.Explain()),
        JoorAnswer<T>.Throttled throttled => new Later(answer.Explain(), throttled.Until),
        JoorAnswer<T>.Unreachable or JoorAnswer<T>.Unauthorised => new Later(answer.Explain(), null),
        _ => new Unknown(answer.Explain()),
    };
}
