using System.Globalization;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Counting;

/// <summary>What is wrong with the beginning or end of a count, in sentences for the one who sends it.</summary>
internal static class SnapshotFaults
{
    private const int MostWarehouses = 1000;
    private const int MostLevels = 100_000_000;

    public static string? Of(InventorySnapshotStarted started, DateTimeOffset now)
    {
        if (LevelFaults.SnapshotFault(started.SnapshotId) is { } fault)
        {
            return fault;
        }

        if (started.Sequence < 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"its sequence is {started.Sequence}; it counts from 0");
        }

        if (started.StartedAt.Year < 2000 || started.StartedAt > now.AddDays(1))
        {
            return string.Create(CultureInfo.InvariantCulture, $"its startedAt is {started.StartedAt:O}; allowed is the year 2000 to a day from now");
        }

        return started.Warehouses is null ? null : WarehouseFault(started.Warehouses);
    }

    public static string? Of(InventorySnapshotCompleted completed) =>
        LevelFaults.SnapshotFault(completed.SnapshotId)
        ?? (completed.LevelCount is < 0 or > MostLevels
            ? string.Create(CultureInfo.InvariantCulture, $"its levelCount is {completed.LevelCount}; allowed is 0 to {MostLevels:N0}")
            : null);

    private static string? WarehouseFault(IReadOnlyList<string> warehouses) => warehouses.Count is 0 or > MostWarehouses
        ? $"it names {warehouses.Count} warehouses; name 1 to {MostWarehouses}, or leave them out for all"
        : warehouses.Select(name => TextFaults.Of("warehouse", name, 100, isRequired: true)).FirstOrDefault(fault => fault is not null) is { } fault ? $"it {fault}" : null;
}
