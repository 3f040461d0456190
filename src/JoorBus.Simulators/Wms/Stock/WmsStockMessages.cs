using JoorBus.Contracts.Inventory;

namespace JoorBus.Simulators.Wms;

/// <summary>Messages of stock; their ids follow from what they tell, so that a repetition is known as one.</summary>
internal static class WmsStockMessages
{
    private static readonly Guid Scope = new("5f0f2bd0-6f26-5d43-8a64-3a4f5b7a9c11");

    public static WmsAnnouncement Changed(string? connection, string? snapshotId, IReadOnlyList<InventoryLevel> levels) => new(
        Seeded.Id(Scope, $"changed/{connection}/{snapshotId}/{levels[0].Sequence}/{levels[^1].Sequence}/{levels.Count}"),
        new InventoryChanged { Connection = connection, SnapshotId = snapshotId, Levels = levels });

    public static WmsAnnouncement Started(string? connection, string snapshotId, long sequence, DateTimeOffset now) => new(
        Seeded.Id(Scope, $"started/{connection}/{snapshotId}"),
        new InventorySnapshotStarted { SnapshotId = snapshotId, Connection = connection, Sequence = sequence, StartedAt = now });

    public static WmsAnnouncement Completed(string? connection, string snapshotId, int levels, DateTimeOffset now) => new(
        Seeded.Id(Scope, $"completed/{connection}/{snapshotId}"),
        new InventorySnapshotCompleted { SnapshotId = snapshotId, LevelCount = levels, CompletedAt = now });
}
