namespace JoorBus.Joor;

/// <summary>JOOR's request credits, per account: 300 in 300 s, a read costs 1 and a write 5 (JOOR's guide "rate limits").</summary>
public interface IJoorCredits
{
    /// <summary>Takes credits for one attempt, or says when to come again. Never waits for credits to come back.</summary>
    ValueTask<JoorCreditGrant> SpendAsync(string account, int credits, JoorPriority priority, CancellationToken cancellationToken);

    /// <summary>JOOR answered 429: grants nothing for this account before <paramref name="until"/>.</summary>
    ValueTask ExhaustedAsync(string account, DateTimeOffset until, CancellationToken cancellationToken);
}
