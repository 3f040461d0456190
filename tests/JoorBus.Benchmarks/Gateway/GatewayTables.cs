using System.Globalization;
using System.Text.Json;
using JoorBus.Benchmarks.Measuring;
using Spectre.Console;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>The comparison as a table or as JSON.</summary>
public static class GatewayTables
{
    public static void Write(IAnsiConsole console, GatewayReport report)
    {
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        var table = new Table().Border(TableBorder.Simple).Title("The same calls through the gateway and through bare HttpClient with System.Text.Json");
        foreach (var column in new[] { "call", "gateway/s", "bare/s", "ratio", "gateway CPU ms", "bare CPU ms", "ratio" })
            table.AddColumn(new TableColumn(column) { Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var one in report.Calls)
        {
            table.AddRow(
                one.Call, Text(Of(one.Joorbus, run => run.PerSecond), "N0"), Text(Of(one.Bare, run => run.PerSecond), "N0"), Text(one.SpeedRatio),
                Text(Of(one.Joorbus, run => run.CpuMilliseconds), "N3"), Text(Of(one.Bare, run => run.CpuMilliseconds), "N3"), Text(one.CpuRatio));
        }
        console.Write(table);
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Most memory while reading {report.Many:N0} orders in pages: {report.PeakOfMany:N0} MB; {report.Few:N0} orders: {report.PeakOfFew:N0} MB; ratio {report.PeakRatio:N2}"));
    }

    public static string Json(GatewayReport report) => JsonSerializer.Serialize(new
    {
        calls = report.Calls.Select(one => new { one.Call, speedRatio = one.SpeedRatio, cpuRatio = one.CpuRatio, joorbus = one.Joorbus, bare = one.Bare }),
        report.Many,
        report.PeakOfMany,
        report.Few,
        report.PeakOfFew,
        report.PeakRatio,
    });

    private static Spread Of(IEnumerable<GatewayRun> runs, Func<GatewayRun, double> value) => Spread.Of(runs.Select(value));

    private static string Text(Spread spread, string format = "N2")
    {
        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Number(spread.Median)} [grey]({Number(spread.Min)}–{Number(spread.Max)})[/]";
    }
}

/// <summary>All that was measured.</summary>
public sealed record GatewayReport(IReadOnlyList<GatewayResult> Calls, int Many, double PeakOfMany, int Few, double PeakOfFew)
{
    public double PeakRatio => PeakOfMany / PeakOfFew;
}
