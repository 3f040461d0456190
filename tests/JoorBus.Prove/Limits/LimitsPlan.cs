using System.Globalization;
using JoorBus.Joor;

namespace JoorBus.Prove.Limits;

/// <summary>One phase: who uses which account, with which limits, and who is killed when.</summary>
/// <param name="Name">In the report.</param>
/// <param name="Seed">Of the kills.</param>
/// <param name="Workers">Processes; each uses every connection.</param>
/// <param name="Windows">Whole windows that every account must have seen.</param>
/// <param name="Window">Length of JOOR's window here.</param>
/// <param name="KillEvery">Mean time between two kills; null for none.</param>
/// <param name="Skew">By how much the last worker's clock runs ahead of the first one's.</param>
internal sealed record LimitsPlan(string Name, int Seed, int Workers, int Windows, TimeSpan Window, TimeSpan? KillEvery, TimeSpan Skew)
{
    public const int Connections = 12;
    public const int Accounts = 3;
    public const int Concurrency = 7;
    public const int Credits = 300;
    public const int LeastUse = 97;

    // The one within its account, the other across accounts.
    private static readonly Dictionary<int, int> Lenders = new() { [3] = 0, [7] = 2 };

    public static string AccountOf(int connection) => (1001 + (connection % Accounts)).ToString(CultureInfo.InvariantCulture);

    public static string TokenOf(int connection) => $"limit-token-{connection}";

    public static string GroupOf(int connection) => NameOf(Lenders.GetValueOrDefault(connection, connection));

    public static JoorConnectionOptions ConnectionOf(int connection, Uri joor) => new()
    {
        Name = NameOf(connection),
        Token = TokenOf(connection),
        // The last ones learn from JOOR whose credits they spend.
        AccountId = connection < Connections - Accounts ? AccountOf(connection) : null,
        BaseUrl = joor.ToString(),
        Concurrency = Concurrency,
        BorrowConcurrencyFrom = Lenders.TryGetValue(connection, out var lender) ? NameOf(lender) : null,
        OneAtATime = connection % 2 == 0,
        RequestTimeout = TimeSpan.FromSeconds(2),
    };

    private static string NameOf(int connection) => string.Create(CultureInfo.InvariantCulture, $"brand-{connection}");
}
