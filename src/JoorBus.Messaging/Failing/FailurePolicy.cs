namespace JoorBus.Messaging.Failing;

/// <summary>The one place that decides what a failure leads to.</summary>
public static class FailurePolicy
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestThrottle = TimeSpan.FromMinutes(6);

    /// <param name="kind">What happened.</param>
    /// <param name="attempt">Attempts so far, from 1.</param>
    /// <param name="advice">How long the other system asked to wait, if it did.</param>
    public static FailureDecision Decide(FailureKind kind, int attempt, TimeSpan? advice = null) => kind switch
    {
        FailureKind.Unavailable => new FailureDecision.RetryNow(BackOff(attempt)),
        FailureKind.Transient when attempt < 10 => new FailureDecision.RetryNow(BackOff(attempt)),
        FailureKind.Throttled when attempt < 5 => new FailureDecision.RetryNow(Min(advice ?? BackOff(attempt), LongestThrottle)),
        FailureKind.Unknown when attempt < 3 => new FailureDecision.RetryNow(BackOff(attempt)),
        _ => new FailureDecision.DeadLetter(),
    };

    // 20 ms, 40 ms, 80 ms … 5 s
    private static TimeSpan BackOff(int attempt) =>
        attempt > 8 ? LongestWait : Min(TimeSpan.FromMilliseconds(10 * Math.Pow(2, attempt)), LongestWait);

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
