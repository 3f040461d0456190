using System.Globalization;
using JoorBus.Benchmarks.Measuring;
using Spectre.Console;

namespace JoorBus.Benchmarks.Stock;

/// <summary>What a person sees of each part.</summary>
internal static class StockTables
{
    public static void Write(StockReceivingResult result)
    {
        var table = Table("receiving", "changes/s", "CPU s per million", "beside", "changes/s", "CPU s per million", "ratio");
        Row("1 per message", result.Rounds.Select(round => round.OneByOne), "twin", Spread.Of(result.Rounds.Select(round => round.TwinOneByOne.PerSecond)), Cpu(result.Rounds.Select(round => round.TwinOneByOne)), result.OneByOneRatio);
        Row("100 per message", result.Rounds.Select(round => round.ByHundred), "COPY + merge", Spread.Of(result.Rounds.Select(round => round.Copy)), "", result.ByHundredRatio);
        AnsiConsole.Write(table);
        Console.WriteLine($"CPU: client / PostgreSQL / broker; largest memory of the receiving process: {Text(result.PeakMegabytes, "N0")} MB");

        void Row(string what, IEnumerable<StockRun> runs, string beside, Spread theirs, string theirCpu, Spread ratio) => table.AddRow(
            what, Text(Spread.Of(runs.Select(run => run.PerSecond)).Median, "N0"), Cpu(runs),
            beside, Text(theirs.Median, "N0"), theirCpu, $"{Text(ratio.Median, "N2")} ({Text(ratio.Min, "N2")}–{Text(ratio.Max, "N2")})");
    }

    public static void Write(FloodResult flood)
    {
        var table = Table("pushing", "items", "least requests", "requests", "ratio");
        foreach (var (what, requests) in new[] { ("a flood at once", flood.AtOnce), ("a hundred at a time", flood.Streamed) })
            table.AddRow(what, Text(flood.Items, "N0"), Text(flood.Least, "N0"), Text(requests, "N0"), Text((double)requests / flood.Least, "N2"));
        AnsiConsole.Write(table);
    }

    public static void Write(IReadOnlyList<PaceResult> paces)
    {
        var table = Table("staleness", "mean s", "best", "ratio", "p50 s", "best", "ratio", "p99 s", "best", "ratio");
        foreach (var pace in paces)
        {
            table.AddRow(
                pace.Load, Text(pace.Mean, "N2"), Text(pace.BestMean, "N2"), Text(pace.Mean / pace.BestMean, "N2"), Text(pace.P50, "N2"), Text(pace.BestP50, "N2"),
                Text(pace.P50 / pace.BestP50, "N2"), Text(pace.P99, "N2"), Text(pace.BestP99, "N2"), Text(pace.P99 / pace.BestP99, "N2"));
        }
        AnsiConsole.Write(table);
    }

    public static void Write(IReadOnlyList<(int Known, double Milliseconds)> costs)
    {
        var table = Table("known items", "CPU ms per changed item", "ratio");
        foreach (var (known, milliseconds) in costs)
            table.AddRow(Text(known, "N0"), Text(milliseconds, "N3"), Text(milliseconds / costs[0].Milliseconds, "N2"));
        AnsiConsole.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(columns);
        table.Columns[0].NoWrap();
        return table;
    }

    private static string Cpu(IEnumerable<StockRun> runs)
    {
        return $"{PerMillion(cpu => cpu.Client)} / {PerMillion(cpu => cpu.Postgres)} / {PerMillion(cpu => cpu.Broker)}";

        string PerMillion(Func<CpuSeconds, double> part) => Text(Spread.Of(runs.Select(run => part(run.Cpu) * 1e6 / run.Changes)).Median, "N1");
    }

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
