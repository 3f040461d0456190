namespace JoorBus.Joor;

/// <summary>Whose credits and concurrency a connection uses, and how long its requests may take.</summary>
internal static class JoorSharingChecks
{
    private const int MostAtOnce = 25;

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static void Run(JoorFieldFaults faults, JoorConnectionOptions options, IReadOnlyList<JoorConnectionOptions> others)
    {
        if (options.AccountId is { } account && options.ApiVersion != JoorApiVersion.V4 && (string.IsNullOrWhiteSpace(account) || account.Any(char.IsControl)))
            faults.Refuse("AccountId", account, "JOOR's account id, or leave it out");
        faults.Range("Concurrency", options.Concurrency, 1, MostAtOnce);
        if (options.BorrowConcurrencyFrom is { Length: > 0 } lender)
            CheckLender(faults, options, lender, others);
        faults.Range("RequestTimeout", options.RequestTimeout, Second, TimeSpan.FromMinutes(10));
        faults.Range("TotalTimeout", options.TotalTimeout, options.RequestTimeout < Hour ? options.RequestTimeout : Hour, Hour);
    }

    private static void CheckLender(JoorFieldFaults faults, JoorConnectionOptions options, string lender, IReadOnlyList<JoorConnectionOptions> others)
    {
        var found = others.FirstOrDefault(other => Same(other.Name, lender));
        var borrower = others.FirstOrDefault(other => other.BorrowConcurrencyFrom is { } from && Same(from, options.Name));
        if (found is null)
            faults.Refuse("BorrowConcurrencyFrom", lender, "the name of another connection, or leave it out");
        else if (found.BorrowConcurrencyFrom is { Length: > 0 } next)
            faults.Refuse("BorrowConcurrencyFrom", lender, $"a connection that does not itself borrow; that one borrows from '{next}'");
        else if (borrower is not null)
            faults.Refuse("BorrowConcurrencyFrom", lender, $"nothing, since '{borrower.Name}' borrows from this connection");
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
