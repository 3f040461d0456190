using System.Globalization;
using JoorBus.Simulators.Joor;

namespace JoorBus.Prove.Limits;

/// <summary>What a phase showed, and whether it is as it must be.</summary>
internal sealed record LimitsResult(
    string Phase, int Kills, IReadOnlyList<int> MostCredits, double LeastUse, double MeanUse, int MostAtOnce, int Throttled, int Requests,
    IReadOnlyDictionary<string, double> MeanWaits, IReadOnlyList<string> Faults)
{
    private static readonly string[] InOrder = ["orders", "stock", "products", "reconciling"];

    public bool Passed => Faults.Count == 0;

    /// <summary>Windows that are over.</summary>
    public static IEnumerable<JoorCreditWindow> Whole(JoorAccountLedger account, DateTimeOffset now) => account.Windows.Where(window => window.EndsAt <= now);

    public static LimitsResult Of(LimitsPlan plan, JoorLedger ledger, DateTimeOffset now, IReadOnlyDictionary<string, int> most, int kills, string folder)
    {
        var uses = ledger.Accounts.SelectMany(account => Whole(account, now)).Select(window => 100.0 * window.Spent / LimitsPlan.Credits).ToList();
        var throttled = ledger.Requests.Count(request => request.Status == 429);
        var waits = Waits(folder);
        var credits = ledger.Accounts.Select(account => account.Windows.Max(window => window.Spent)).ToList();
        var atOnce = most.Values.Max();
        List<string> faults =
        [
            .. uses.Count < plan.Windows * LimitsPlan.Accounts ? [$"only {uses.Count} whole windows"] : Array.Empty<string>(),
            .. credits.Where(spent => spent > LimitsPlan.Credits).Select(spent => $"{spent} credits in a window"),
            .. uses.Where(use => use < LimitsPlan.LeastUse).Select(use => string.Create(CultureInfo.InvariantCulture, $"only {use:0.0} % of a window were used")),
            .. atOnce > LimitsPlan.Concurrency ? [$"{atOnce} requests of a limit group at once"] : Array.Empty<string>(),
            .. throttled > 0 ? [$"{throttled} answers 429"] : Array.Empty<string>(),
            .. InOrder.Zip(InOrder.Skip(1)).Where(pair => waits[pair.First] > waits[pair.Second]).Select(pair => $"{pair.First} waited longer than {pair.Second}"),
        ];
        return new(plan.Name, kills, credits, uses.DefaultIfEmpty().Min(), uses.DefaultIfEmpty().Average(), atOnce, throttled, ledger.Requests.Count, waits, faults);
    }

    private static Dictionary<string, double> Waits(string folder)
    {
        var lines = Directory.EnumerateFiles(folder, "waits-*.log").SelectMany(File.ReadLines).Select(line => line.Split(' ')).Where(parts => parts.Length == 3).ToList();
        return InOrder.ToDictionary(
            name => name,
            name => lines.Where(parts => parts[0] == name).Select(parts => double.Parse(parts[1], CultureInfo.InvariantCulture)).DefaultIfEmpty().Average());
    }
}
