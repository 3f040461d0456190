namespace JoorBus.Simulators.Joor;

/// <summary>Everything that was asked of the stand-in and everything its accounts hold, at one moment.</summary>
public sealed record JoorLedger(IReadOnlyList<JoorRequest> Requests, IReadOnlyList<JoorAccountLedger> Accounts)
{
    /// <summary>Requests answered with 429 because the account's credits were spent; a client that keeps its budget causes none.</summary>
    public int Overspent => Requests.Count(request => request.IsOverBudget);

    /// <summary>Order reads that were let in, whatever became of their answer.</summary>
    public int Reads => Requests.Count(request => request is { Method: "GET", AccountId: not null, IsOverBudget: false });
}
