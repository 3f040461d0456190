using System.CommandLine;
using System.Globalization;
using JoorBus.Benchmarks.Measuring;
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
        var command = new Command("inventory", "Stock: received, pushed, how stale, at what cost. Example: inventory --pairs 5 --singles 1000000") { singles, hundreds, items, pairs, smoke };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            var plan = parsed.GetValue(smoke)
                ? new StockPlan(5_000, 20_000, 2_000, 1)
                : new StockPlan(parsed.GetValue(singles), parsed.GetValue(hundreds), parsed.GetValue(items), parsed.GetValue(pairs));
            Write(await new StockReceiving(plan, progress).RunAsync(cancellationToken));
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

    private static void Write(StockReceivingResult result)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("receiving", "changes/s", "CPU s per million", "beside", "changes/s", "CPU s per million", "ratio");
        Row("1 per message", result.Rounds.Select(round => round.OneByOne), "twin", Spread.Of(result.Rounds.Select(round => round.TwinOneByOne.PerSecond)), Cpu(result.Rounds.Select(round => round.TwinOneByOne)), result.OneByOneRatio);
        Row("100 per message", result.Rounds.Select(round => round.ByHundred), "COPY + merge", Spread.Of(result.Rounds.Select(round => round.Copy)), "", result.ByHundredRatio);
        AnsiConsole.Write(table);
        Console.WriteLine($"largest memory of the receiving process: {Text(result.PeakMegabytes, "N0")} MB");

        Console.WriteLine("CPU: client / PostgreSQL / broker");

        void Row(string what, IEnumerable<StockRun> runs, string beside, Spread theirs, string theirCpu, Spread ratio) => table.AddRow(
            what, Text(Spread.Of(runs.Select(run => run.PerSecond)).Median, "N0"), Cpu(runs),
            beside, Text(theirs.Median, "N0"), theirCpu, $"{Text(ratio.Median, "N2")} ({Text(ratio.Min, "N2")}–{Text(ratio.Max, "N2")})");
    }

    private static string Cpu(IEnumerable<StockRun> runs)
    {
        return $"{PerMillion(cpu => cpu.Client)} / {PerMillion(cpu => cpu.Postgres)} / {PerMillion(cpu => cpu.Broker)}";

        string PerMillion(Func<CpuSeconds, double> part) => Text(Spread.Of(runs.Select(run => part(run.Cpu) * 1e6 / run.Changes)).Median, "N1");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
