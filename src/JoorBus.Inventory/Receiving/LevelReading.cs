using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Receiving;

/// <summary>From message to rows. Pure.</summary>
internal static class LevelReading
{
    /// <summary>The rows, or the sentence why the whole message is refused.</summary>
    /// <param name="message">What came.</param>
    /// <param name="connection">Key of its connection; empty for every connection.</param>
    /// <param name="now">When it came.</param>
    public static LevelsRead Read(InventoryChanged message, string connection, DateTimeOffset now)
    {
        if (LevelFaults.Of(message, now) is { } fault)
        {
            return new LevelsRead.Refused(fault);
        }

        var rows = new LevelRow[message.Levels.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = RowOf(message.Levels[i], message.SnapshotId, connection, now);
        }

        return new LevelsRead.Rows(rows);
    }

    private static LevelRow RowOf(InventoryLevel level, string? snapshot, string connection, DateTimeOffset now)
    {
        var asOf = StockTimes.ToMicrosecond(level.AsOf ?? now);
        var version = level.Sequence ?? StockTimes.VersionOf(asOf);
        return new LevelRow
        {
            Connection = connection,
            Item = ItemKey.Of(level.Item)!,
            Warehouse = level.Warehouse.Trim(),
            Version = version,
            AsOf = asOf,
            OnHand = level.OnHand,
            Allocated = level.Allocated,
            Available = level.AvailableToSell,
            Inbound = InboundText.Write(level.Inbound),
            MadeToOrder = level.MadeToOrder == true,
            Identity = ItemIdentity.Of(level.Item).Write(),
            Snapshot = snapshot,
            SnapshotVersion = snapshot is null ? null : version,
        };
    }
}

/// <summary>What became of a message's levels.</summary>
internal abstract record LevelsRead
{
    private LevelsRead()
    {
    }

    public sealed record Rows(IReadOnlyList<LevelRow> Levels) : LevelsRead;

    public sealed record Refused(string Sentence) : LevelsRead;
}
