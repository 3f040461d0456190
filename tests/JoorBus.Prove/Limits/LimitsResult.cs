using System.Globalization;
using JoorBus.Simulators.Joor;

namespace JoorBus.Prove.Limits;

/// <summary>What a phase showed, and whether it is as it must be.</summary>
internal sealed record LimitsResult(
    string Phase, int Kills, IReadOnlyList<int> MostCredits, double LeastUse, double MeanUse, int MostAtOnce, int Throttled, int Requests,
    IReadOnlyDictionary<string, double> MeanWaits, IReadOnlyList<string> Faults)
{
    private const int DearestRequest = 5;
    private static readonly string[] InOrder = ["orders", "stock", "products", "reconciling"];

    private static readonly TimeSpan InLine = TimeSpan.FromMilliseconds(500);

    public bool Passed => Faults.Count == 0;

    private static IEnumerable<JoorCreditWindow> Whole(JoorAccountLedger account, DateTimeOffset now) => account.Windows.Where(window => window.EndsAt <= now);

    /// <summary>Windows that are over and in which work waited for credits; in others the machine was too slow to ask for so much.</summary>
    public static IEnumerable<JoorCreditWindow> Saturated(JoorAccountLedger account, IReadOnlyList<LimitsLook> looks, DateTimeOffset now) =>
        Whole(account, now).Where(window => looks.Any(look =>
            look.Reading.Account == account.AccountId && look.Reading is { CreditsLeft: < DearestRequest, Waiting: > 0 } && look.At > window.OpenedAt && look.At < window.EndsAt));

    public static LimitsResult Of(LimitsPlan plan, JoorLedger ledger, DateTimeOffset now, IReadOnlyDictionary<string, int> most, IReadOnlyList<LimitsLook> looks, int kills, string folder)
    {
        var uses = ledger.Accounts.SelectMany(account => Saturated(account, looks, now)).Select(window => 100.0 * window.Spent / LimitsPlan.Credits).ToList();
        var throttled = ledger.Requests.Count(request => request.Status == 429);
        var waits = Backlog(ledger, now, folder);
        var credits = ledger.Accounts.Select(account => account.Windows.Max(window => window.Spent)).ToList();
        var atOnce = most.Values.Max();
        List<string> faults =
        [
            .. uses.Count < plan.Windows * LimitsPlan.Accounts ? [$"only {uses.Count} saturated windows"] : Array.Empty<string>(),
            .. credits.Where(spent => spent > LimitsPlan.Credits).Select(spent => $"{spent} credits in a window"),
            .. uses.Where(use => use < LimitsPlan.LeastUse).Select(use => string.Create(CultureInfo.InvariantCulture, $"only {use:0.0} % of a window were used")),
            .. atOnce > LimitsPlan.Concurrency ? [$"{atOnce} requests of a limit group at once"] : Array.Empty<string>(),
            .. throttled > 0 ? [$"{throttled} answers 429"] : Array.Empty<string>(),
            .. waits.Keys.Zip(waits.Keys.Skip(1)).Where(pair => waits[pair.First] > waits[pair.Second]).Select(pair => $"{pair.First} waited longer than {pair.Second}"),
        ];
        return new(plan.Name, kills, credits, uses.DefaultIfEmpty().Min(), uses.DefaultIfEmpty().Average(), atOnce, throttled, ledger.Requests.Count, waits, faults);
    }

    // Of those that stood in line when a window opened: how long until they were served, in milliseconds.
    private static Dictionary<string, double> Backlog(JoorLedger ledger, DateTimeOffset now, string folder)
    {
        var served = Directory.EnumerateFiles(folder, "waits-*.log").SelectMany(File.ReadLines).Select(line => line.Split(' ')).Where(parts => parts.Length == 4)
            .Select(parts => (Account: parts[0], Name: parts[1], Asked: Time(parts[2]), Done: Time(parts[3]))).ToLookup(request => request.Account);
        var waits = ledger.Accounts.SelectMany(account => Whole(account, now).Skip(1).SelectMany(window => served[account.AccountId]
            .Where(request => request.Asked + InLine < window.OpenedAt && request.Done > window.OpenedAt)
            .Select(request => (request.Name, Wait: (request.Done - window.OpenedAt).TotalMilliseconds)))).ToLookup(request => request.Name, request => request.Wait);
        return InOrder.Where(waits.Contains).ToDictionary(name => name, name => waits[name].Average());
    }

    private static DateTimeOffset Time(string milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, CultureInfo.InvariantCulture));
}
