using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Sends planned calls through one of JOOR's APIs.</summary>
internal interface ICallSending
{
    /// <summary>The earlier of two kinds goes first.</summary>
    int StepOf(ProductCall call);

    /// <summary>Whether both may go in one request.</summary>
    bool MayJoin(PlannedCall first, PlannedCall other);

    /// <summary>One request, or one after another for what cannot go together; a fate for each, in the same order.</summary>
    Task<IReadOnlyList<CallFate>> SendAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken);
}

/// <summary>Reads what JOOR holds of styles.</summary>
internal interface IKnownReading
{
    /// <summary>What JOOR holds of each, laid over what was known; or why that cannot be told.</summary>
    Task<KnownReading> ReadAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken);
}

/// <summary>A style's next call.</summary>
internal sealed record PlannedCall(PushStyle Style, ProductCall Call);

/// <summary>Either what was read, in the order asked, or why it was not.</summary>
internal sealed record KnownReading(IReadOnlyList<KnownProduct> Read, CallFate.Later? Obstacle = null)
{
    /// <summary>Why an answer without a value left nothing to read; what JOOR failed at is tried again later.</summary>
    public static KnownReading Not(CallFate fate) => new([], fate switch
    {
        CallFate.Later later => later,
        CallFate.Unknown unknown => new CallFate.Later(unknown.Sentence, null),
        CallFate.Refused refused => new CallFate.Later(refused.Sentence, null),
        _ => throw new InvalidOperationException("What was taken was read."),
    });
}
