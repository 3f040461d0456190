using System.Globalization;
using JoorBus.Inventory.Listing;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Stock as tables. Returns the exit code.</summary>
internal static class InventoryReport
{
    public static int WriteStatus(TextWriter output, IReadOnlyList<StockFigures> figures)
    {
        if (figures.Count == 0)
        {
            output.WriteLine("Stock is set up for no connection yet; begin with: joorbus inventory settings CONNECTION --on --map WMS-WAREHOUSE=Default");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Connection", "Pushes", "Waiting", "since", "In JOOR", "Refused", "Unmatched", "Skipped", "Last push", "Credits left", "Note");
        foreach (var one in figures)
        {
            table.AddRow(
                Cells.Of(one.Connection), new Markup(one.IsOn ? "[green]on[/]" : "[grey]off[/]"), Cells.Of(one.Pending), Cells.Of(one.OldestPending), Cells.Of(one.Pushed), Cells.Of(one.Refused),
                Cells.Of(one.Unmatched), Cells.Of(one.Skipped), Cells.Of(one.LastPushAt), Cells.Of(one.CreditsLeft), Cells.Of(Note(one)));
        }

        Screen.On(output).Write(table);
        output.WriteLine("Times are UTC.");
        return ExitCode.Done;
    }

    public static int WriteList(TextWriter output, InventoryPage page)
    {
        if (page.Rows.Count == 0)
        {
            output.WriteLine("No stock matches.");
            return ExitCode.Done;
        }

        var table = Table(page.Rows);
        Screen.On(output).Write(table);
        output.WriteLine(page.Next is null ? $"{page.Rows.Count} rows. Times are UTC." : $"{page.Rows.Count} rows, and more: --after {page.Next}");
        return ExitCode.Done;
    }

    public static Table Table(IReadOnlyList<InventoryRow> rows)
    {
        var isOneConnection = rows.All(row => row.Connection == rows[0].Connection);
        var table = new Table().Border(TableBorder.Rounded).AddColumns(isOneConnection ? ["Item"] : ["Item", "Connection"])
            .AddColumns("In JOOR", "Warehouse", "Day", "WMS has", "Wanted", "JOOR has", "Since", "State", "Next attempt", "Why");
        foreach (var row in rows)
        {
            IEnumerable<Spectre.Console.Rendering.IRenderable> start = isOneConnection ? [Cells.Of(Items(row))] : [Cells.Of(Items(row)), Cells.Of(row.Connection)];
            table.AddRow(
            [
                .. start, Cells.Of(row.JoorItem), Cells.Of(row.Warehouse), Cells.Of(row.Day), Cells.Of(Wms(row)), Cells.Of(row.IsMadeToOrder ? "made to order" : Number(row.Wanted)),
                Cells.Of(row.Pushed), Cells.Of(row.PushedAt), Cells.State(row.State), Cells.Of(row.NextAttemptAt), Cells.Of(row.Reason ?? (row.State == InventoryStates.Pending ? row.Answer : null)),
            ]);
        }

        return table;
    }

    private static string Items(InventoryRow row) => string.Join(", ", row.Items);

    private static string Wms(InventoryRow row) => string.Join(", ", row.Wms.Select(wms => $"{wms.Warehouse} {Number(wms.Quantity) ?? "-"}"));

    private static string? Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture);

    private static string Note(StockFigures one)
    {
        IEnumerable<string?> notes =
        [
            one.Error,
            one.PausedUntil is { } until ? $"tried again at {ShortTime.Of(until)}" : null,
            one.Held is { } held ? $"{held} A person lets it go with: joorbus inventory push '{one.Connection}' --full --release" : one.Asked,
            one.IsReconciling ? "is being sent again with leftover credits" : null,
            one.IsRebuilding ? "all items are looked at anew" : null,
            one.HeldSnapshots > 0 ? $"{one.HeldSnapshots} full counts wait for a person: joorbus inventory snapshots" : null,
            one.Unmapped.Count > 0 ? $"not mapped: {string.Join(", ", one.Unmapped.Select(warehouse => $"{warehouse.Warehouse} ({warehouse.Levels.ToString("N0", CultureInfo.InvariantCulture)})"))}" : null,
        ];
        return string.Join("; ", notes.OfType<string>());
    }
}
