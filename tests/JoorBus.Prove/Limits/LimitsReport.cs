using System.Globalization;
using System.Text.Json;
using Spectre.Console;

namespace JoorBus.Prove.Limits;

internal static class LimitsReport
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>A column for each phase: two of them fit any terminal.</summary>
    public static Table Table(IReadOnlyList<LimitsResult> results)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns(["", .. results.Select(result => result.Phase)]);
        void Row(string name, Func<LimitsResult, string> text) => table.AddRow([name, .. results.Select(text)]);
        Row("requests", result => Text(result.Requests));
        Row("processes killed", result => Text(result.Kills));
        Row("most credits in a window, by account", result => string.Join(", ", result.MostCredits.Select(Text)));
        Row("credits used while work waited, least", result => Percent(result.LeastUse));
        Row("… mean", result => Percent(result.MeanUse));
        Row("requests at once, of 7", result => Text(result.MostAtOnce));
        Row("answers 429", result => Text(result.Throttled));
        foreach (var name in results.SelectMany(result => result.MeanWaits.Keys).Distinct())
            Row($"{name} in line served after", result => result.MeanWaits.TryGetValue(name, out var wait) ? string.Create(CultureInfo.InvariantCulture, $"{wait:0} ms") : "-");
        Row("verdict", result => result.Passed ? "passed" : "FAILED");
        return table;
    }

    public static string Json(IReadOnlyList<LimitsResult> results) => JsonSerializer.Serialize(new { passed = results.All(result => result.Passed), phases = results }, Indented);

    private static string Percent(double use) => use.ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
