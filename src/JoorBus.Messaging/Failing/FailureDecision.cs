namespace JoorBus.Messaging.Failing;

/// <summary>What happens to a message that could not be consumed.</summary>
public abstract record FailureDecision
{
    private FailureDecision()
    {
    }

    /// <summary>The same delivery is consumed again after the delay.</summary>
    public sealed record RetryNow(TimeSpan Delay) : FailureDecision;

    /// <summary>The message goes to its error queue with the reason.</summary>
    public sealed record DeadLetter : FailureDecision;
}
