using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace JoorBus.Prove.Limits;

internal static class LimitsReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Table Table(IReadOnlyList<LimitsResult> results)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("phase", "kills", "requests", "most credits", "least use", "mean use", "at once", "429s", "mean wait by priority", "verdict");
        foreach (var result in results)
        {
            table.AddRow(
                result.Phase, Text(result.Kills), Text(result.Requests), string.Join(" ", result.MostCredits.Select(Text)), Percent(result.LeastUse), Percent(result.MeanUse),
                Text(result.MostAtOnce), Text(result.Throttled), string.Join(", ", result.MeanWaits.Select(wait => string.Create(CultureInfo.InvariantCulture, $"{wait.Key} {wait.Value:0} ms"))),
                result.Passed ? "passed" : "FAILED");
        }

        return table;
    }

    public static string Json(IReadOnlyList<LimitsResult> results) => JsonSerializer.Serialize(new { passed = results.All(result => result.Passed), phases = results }, Indented);

    private static string Percent(double use) => use.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
