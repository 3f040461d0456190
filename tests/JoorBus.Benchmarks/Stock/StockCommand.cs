using System.CommandLine;
using Spectre.Console;

namespace JoorBus.Benchmarks.Stock;

/// <summary><c>inventory</c>: receiving beside hand-written code, pushing beside the least possible.</summary>
public static class StockCommand
{
    public static IEnumerable<Command> Create() => [Measure(), StockChild.Create()];

    private static Command Measure()
    {
        var singles = Number("--singles", "Changes sent one by one.", 300_000);
        var hundreds = Number("--hundreds", "Changes sent in messages of 100.", 1_000_000);
        var items = Number("--items", "Items they are about.", 100_000);
        var pairs = Number("--pairs", "Rounds.", 3);
        var smoke = new Option<bool>("--smoke") { Description = "One short round: does everything still run to the end?" };
        var only = new Option<string>("--only") { Description = "receiving, flood, pace or known; all when left out." };
        only.AcceptOnlyFromAmong("receiving", "flood", "pace", "known");
        var command = new Command("inventory", "Stock: received, pushed, how stale, at what cost. Example: inventory --pairs 5 --singles 1000000") { singles, hundreds, items, pairs, only, smoke };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            var plan = parsed.GetValue(smoke)
                ? new StockPlan(5_000, 20_000, 2_000, 1)
                : new StockPlan(parsed.GetValue(singles), parsed.GetValue(hundreds), parsed.GetValue(items), parsed.GetValue(pairs));
            var (part, isSmoke) = (parsed.GetValue(only), parsed.GetValue(smoke));
            if (part is null or "pace")
                StockTables.Write([.. PaceComparison.All(isSmoke ? 1 : 5)]);
            if (part is null or "flood")
                StockTables.Write(await PushedFlood.RunAsync(isSmoke ? 2_000 : 20_000, cancellationToken));
            if (part is null or "known")
                StockTables.Write(await KnownAsync(isSmoke ? [1_000, 5_000] : [1_000, 1_000_000], isSmoke ? 3 : 40, cancellationToken));
            if (part is null or "receiving")
                StockTables.Write(await new StockReceiving(plan, progress).RunAsync(cancellationToken));
            return 0;
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} is too small.");
        });
        return option;
    }

    private static async Task<IReadOnlyList<(int Known, double Milliseconds)>> KnownAsync(IReadOnlyList<int> sizes, int rounds, CancellationToken cancellationToken)
    {
        var costs = new List<(int, double)>();
        foreach (var known in sizes)
            costs.Add((known, await KnownItems.MeasureAsync(known, rounds, cancellationToken)));
        return costs;
    }
}
