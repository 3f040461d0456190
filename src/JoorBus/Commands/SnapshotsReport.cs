using JoorBus.Inventory.Counting;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Full counts of the warehouse. Returns the exit code.</summary>
internal static class SnapshotsReport
{
    public static int WriteList(TextWriter output, IReadOnlyList<Snapshot> snapshots)
    {
        if (snapshots.Count == 0)
        {
            output.WriteLine("The warehouse has told no full count yet.");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Count", "Connection", "Warehouses", "Started", "Levels told", "received", "State", "Removed", "Decided by", "Why");
        foreach (var one in snapshots)
        {
            table.AddRow(
                Cells.Of(one.Id), Cells.Of(one.Connection.Length == 0 ? "all" : one.Connection), Cells.Of(one.Warehouses is { } names ? string.Join(", ", names) : "all"), Cells.Of(one.StartedAt),
                Cells.Of(one.LevelCount), Cells.Of((long)one.Counted), Cells.State(one.State.ToString()), Cells.Of(one.Removed), Cells.Of(one.DecidedBy), Cells.Of(one.Reason));
        }

        Screen.On(output).Write(table);
        output.WriteLine(snapshots.Any(one => one.State == SnapshotState.Held)
            ? "A held count changes nothing until a person says: joorbus inventory snapshots release ID, or discard ID. Times are UTC."
            : "Times are UTC.");
        return ExitCode.Done;
    }

    public static int WriteDecided(TextWriter output, Snapshot snapshot)
    {
        output.WriteLine(snapshot.State == SnapshotState.Applied ? $"Count '{snapshot.Id}' is applied: {snapshot.Removed} levels became 0." : $"Count '{snapshot.Id}' is given up; it removes nothing.");
        return ExitCode.Done;
    }
}
