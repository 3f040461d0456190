using System.Globalization;
using JoorBus.Benchmarks.Measuring;
using Spectre.Console;

namespace JoorBus.Benchmarks.Reporting;

/// <summary>The comparison as tables: medians with their range.</summary>
public static class BenchTables
{
    public static void Write(IAnsiConsole console, ComparisonResult result)
    {
        // A file or pipe has no width of its own; the tables need this much.
        if (Console.IsOutputRedirected)
            console.Profile.Width = 160;
        var plan = result.Plan;
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
            $"{plan.Pairs} rounds of {plan.Orders:N0} orders, {plan.QueueType} queues, {Environment.ProcessorCount} cores. Medians [grey](least–greatest)[/].");
        console.Write(Cost(result));
        if (result.Contenders.Count > 1)
            console.Write(Ratios(result));
        if (plan.LatencySeconds > 0)
            console.Write(Delays(result));
    }

    private static Table Cost(ComparisonResult result)
    {
        var table = Titled("Orders per second, CPU seconds per 1,000 orders, rows read by whole-table scans per order", "contender", "orders/s", "client", "PostgreSQL", "broker", "sum", "scanned rows");
        foreach (var one in result.Contenders)
        {
            table.AddRow(
                one.Name, Text(one.OrdersPerSecond, "N0"), Text(one.Cpu(cpu => cpu.Client)), Text(one.Cpu(cpu => cpu.Postgres)),
                Text(one.Cpu(cpu => cpu.Broker)), Text(one.Cpu(cpu => cpu.Sum)), Text(one.SequentialRowsPerOrder, "N1"));
        }
        return table;
    }

    private static Table Ratios(ComparisonResult result)
    {
        var table = Titled("Orders/s of the row divided by the column's, round by round", ["", .. result.Contenders.Select(one => one.Name)]);
        foreach (var one in result.Contenders)
            table.AddRow([one.Name, .. result.Contenders.Select(other => one == other ? "" : Text(one.RatioTo(other)))]);
        return table;
    }

    private static Table Delays(ComparisonResult result)
    {
        var rates = BenchPlan.LatencyRates.SelectMany(rate => new[] { $"p50 at {rate}/s", $"p99 at {rate}/s" });
        var table = Titled("Milliseconds from available at the source to command on the queue", ["contender", .. rates]);
        foreach (var one in result.Contenders)
        {
            var delays = BenchPlan.LatencyRates.SelectMany(rate => new[] { one.Paced[rate].Delay(0.5), one.Paced[rate].Delay(0.99) });
            table.AddRow([one.Name, .. delays.Select(delay => delay.TotalMilliseconds.ToString("N1", CultureInfo.InvariantCulture))]);
        }
        return table;
    }

    private static Table Titled(string title, params IEnumerable<string> columns)
    {
        var table = new Table().Title(title).Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(column) { Alignment = table.Columns.Count == 0 ? Justify.Left : Justify.Right, NoWrap = true });
        return table;
    }

    private static string Text(Spread spread, string format = "N2")
    {
        string Number(double value) => value.ToString(format, CultureInfo.InvariantCulture);
        return $"{Number(spread.Median)} [grey]({Number(spread.Min)}–{Number(spread.Max)})[/]";
    }
}
