using System.Globalization;
using System.Text.Json;
using JoorBus.Prove.Deaths;
using Spectre.Console;

namespace JoorBus.Prove.Reporting;

/// <summary>What a person or a script sees.</summary>
internal static class KillsReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static string Line(int number, TimeResult time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{number}: seed {time.Plan.Seed}, {time.Kills} kills ({Deaths(time.Plan)}), {time.Plan.Orders} orders, {time.Amended} amended, {time.Cancelled} cancelled, {time.Levels} levels ({time.StockTaken} numbers taken for {time.StockNumbers}), {time.Styles} changes of styles, {time.Repeated} commands repeated, {time.Recognised} deliveries recognised, {time.Swept} swept, {time.Seconds:0.0} s: {Verdict(time)}");

    public static IEnumerable<string> Evidence(TimeResult time) => time.Passed
        ? []
        : [.. time.Faults.Take(30).Select(fault => $"   {fault}"), $"   {time.Summary}", $"   logs: {time.Evidence}", $"   again: ./joorbus prove kills --times 1 --seed {time.Plan.Seed} --orders {time.Plan.Orders} --stock-changes {time.Plan.StockChanges} --products {time.Plan.ProductChanges}"];

    public static Table Table(IReadOnlyList<TimeResult> times)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("seed", "hosts", "kills", "orders", "levels", "styles", "repeated", "recognised", "swept", "seconds", "verdict");
        foreach (var time in times)
        {
            table.AddRow(
                Text(time.Plan.Seed), Text(time.Plan.Hosts), Text(time.Kills), Text(time.Plan.Orders), Text(time.Levels), Text(time.Styles), Text(time.Repeated), Text(time.Recognised), Text(time.Swept),
                time.Seconds.ToString("0.0", CultureInfo.InvariantCulture), Verdict(time));
        }

        return table;
    }

    public static string Total(IReadOnlyList<TimeResult> times) => string.Create(
        CultureInfo.InvariantCulture,
        $"kills: {times.Count} times, {times.Sum(time => time.Kills)} kills, {times.Sum(time => time.Lost)} lost, {times.Sum(time => time.Doubled)} doubled, {times.Sum(time => time.Stale)} stale, {times.Count(time => !time.Passed)} failed, {times.Sum(time => time.Plan.Orders)} orders, {times.Sum(time => time.Levels)} levels, {times.Sum(time => time.Styles)} changes of styles, {times.Sum(time => time.Repeated)} commands repeated, {times.Sum(time => time.Recognised)} deliveries recognised, {times.Sum(time => time.Swept)} swept, {times.Sum(time => time.Seconds):0} s");

    public static string Json(IReadOnlyList<TimeResult> times) =>
        JsonSerializer.Serialize(new { passed = times.All(time => time.Passed), kills = times.Sum(time => time.Kills), times }, Indented);

    private static string Deaths(KillPlan plan)
    {
        IEnumerable<string> names = plan.Deaths.Append(plan.WhileShipping).GroupBy(death => death.Victim).OrderBy(group => group.Key).Select(group => $"{group.Key} {group.Count()}");
        return string.Join(", ", plan.DiesWhileStarting is null ? names : names.Prepend("starting host 1")) + (plan.Hosts > 1 ? ", two hosts" : "");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Verdict(TimeResult time) => time.Passed ? "passed" : "FAILED";
}
