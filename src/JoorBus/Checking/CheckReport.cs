using System.Text.Json;
using JoorBus.Commands;
using Spectre.Console;

namespace JoorBus.Checking;

internal static class CheckReport
{
    public static void Write(TextWriter output, IReadOnlyList<CheckRow> rows, bool json)
    {
        var summary = new CheckSummary(rows.All(row => row.Result != CheckResult.Failed), rows);
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(summary, CheckJson.Default.CheckSummary));
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("What", "Result", "Found", "What to do");
        foreach (var row in rows)
        {
            table.AddRow(new Text(row.What), Coloured(row.Result), new Text(row.Finding), new Text(row.Advice ?? ""));
        }

        Screen.On(output).Write(table);
        var failed = rows.Count(row => row.Result == CheckResult.Failed);
        output.WriteLine(failed == 0 ? "All is well." : $"{failed} of {rows.Count} checks failed.");
    }

    private static Markup Coloured(CheckResult result) => new(result switch
    {
        CheckResult.Ok => "[green]ok[/]",
        CheckResult.Note => "[yellow]note[/]",
        _ => "[red]failed[/]",
    });
}
