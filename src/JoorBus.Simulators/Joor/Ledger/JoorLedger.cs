using System.Text.Json.Serialization;

namespace JoorBus.Simulators.Joor;

/// <summary>Everything that was asked of the stand-in and everything its accounts hold, at one moment.</summary>
public sealed record JoorLedger(IReadOnlyList<JoorRequest> Requests, IReadOnlyList<JoorAccountLedger> Accounts)
{
    /// <summary>Requests for v4 access tokens.</summary>
    public IReadOnlyList<JoorSignIn> SignIns { get; init; } = [];

    /// <summary>Most requests under way at the same time, over all accounts.</summary>
    public int MostAtOnce { get; init; }

    /// <summary>Most sign-ins of one user under way at the same time; more than 1 is a client's fault.</summary>
    [JsonIgnore]
    public int MostSignInsAtOnce => SignIns.Count == 0 ? 0 : SignIns.Max(signIn => signIn.AtOnce);

    /// <summary>Requests answered with 429 because the account's credits were spent; a client that keeps its budget causes none.</summary>
    public int Overspent => Requests.Count(request => request.IsOverBudget);

    /// <summary>Order reads that were let in, whatever became of their answer.</summary>
    public int Reads => Requests.Count(request => request is { Method: "GET", AccountId: not null, IsOverBudget: false } && request.PathAndQuery.Contains("/order", StringComparison.Ordinal));

    /// <summary>With which secret the account was last spoken for; null when it never was.</summary>
    public JoorCredential? LastCredentialOf(string accountId) => Requests.LastOrDefault(request => request.AccountId == accountId)?.Credential;
}
