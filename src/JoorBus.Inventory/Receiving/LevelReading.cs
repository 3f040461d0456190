using JoorBus.Contracts.Inventory;

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

        var origin = new LevelOrigin(connection, message.SnapshotId, now);
        var rows = new LevelRow[message.Levels.Count];
        for (var i = 0; i < rows.Length; i++)
        {
            var level = message.Levels[i];
            rows[i] = RowOf(NamedItem.Of(level.Item), level.Warehouse.Trim(), ToldStock.Of(level), origin);
        }

        return new LevelsRead.Rows(rows);
    }

    /// <summary>The row of a level without faults.</summary>
    public static LevelRow RowOf(NamedItem item, string warehouse, in ToldStock told, in LevelOrigin origin)
    {
        var asOf = StockTimes.ToMicrosecond(told.AsOf ?? origin.Now);
        var version = told.Sequence ?? StockTimes.VersionOf(asOf);
        return new LevelRow
        {
            Connection = origin.Connection,
            Item = item.Key,
            Warehouse = warehouse,
            Version = version,
            AsOf = asOf,
            OnHand = told.OnHand,
            Allocated = told.Allocated,
            Available = told.Available,
            Inbound = InboundText.Write(told.Inbound),
            MadeToOrder = told.MadeToOrder == true,
            Identity = item.Identity,
            Snapshot = origin.Snapshot,
            SnapshotVersion = origin.Snapshot is null ? null : version,
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
