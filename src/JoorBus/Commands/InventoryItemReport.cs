using System.Globalization;
using JoorBus.Inventory.Listing;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>One item, from the warehouse's number to JOOR's answer.</summary>
internal static class InventoryItemReport
{
    public static int Write(TextWriter output, InventoryItem item)
    {
        var screen = Screen.On(output);
        foreach (var wms in item.Items)
        {
            output.WriteLine($"Item {wms.Item} for {item.Connection}: {Fate(wms)}");
            screen.Write(Levels(wms));
        }

        if (item.Slots.Count > 0)
        {
            output.WriteLine("In JOOR, after map and buffer:");
            screen.Write(InventoryReport.Table(item.Slots));
        }

        if (item.IsMore)
            output.WriteLine("There is more than is shown; name a SKU or UPC.");
        output.WriteLine("Times are UTC.");
        return ExitCode.Done;
    }

    private static string Fate(WmsItem item) =>
        !item.IsPlanned ? "received; not looked at yet, since stock is off for this connection or the item just came"
        : item.IsSkipped ? "kept out of JOOR by the warehouse system (skip)"
        : item.Reason is { } reason ? $"not in JOOR. {reason}"
        : $"{item.JoorItem} in JOOR";

    private static Table Levels(WmsItem item)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("WMS warehouse", "feeds in JOOR", "On hand", "Allocated", "Available", "Coming", "Made to order", "As of", "Version", "Full count");
        foreach (var level in item.Levels)
        {
            table.AddRow(
                Cells.Of(level.Warehouse), Cells.Of(level.JoorWarehouse ?? "nothing: not mapped"), Cells.Of(level.OnHand), Cells.Of(level.Allocated), Cells.Of(level.AvailableToSell),
                Cells.Of(level.Inbound?.Replace(";", ", ", StringComparison.Ordinal)), Cells.Of(level.IsMadeToOrder ? "yes" : null), Cells.Of(level.AsOf),
                Cells.Of(level.Version.ToString(CultureInfo.InvariantCulture)), Cells.Of(level.SnapshotId));
        }

        return table;
    }
}
