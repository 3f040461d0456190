using JoorBus.Inventory.Planning;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Inventory.Pushing;

/// <summary>What pushing reads, and the statements over all slots of a connection.</summary>
internal sealed class PushStore(Database database)
{
    private const string Columns =
        """
        joor_item, warehouse, day, sku, upc, style_number, style_identifier, color_code, size, wanted, wanted_mto, is_planned, is_skipped, was_sent, is_refused,
        is_dirty, pushed, pushed_mto, attempts
        """;

    private const string Waiting = "connection = $1 and is_dirty and not is_refused and push_id is null and (next_attempt_at is null or next_attempt_at <= $2)";
    private const string Whole = "connection = $1 and is_planned and not is_skipped and not (wanted_mto and day > '0001-01-01')";

    /// <summary>How many entries wait, counted to <paramref name="most"/>, and since when the oldest.</summary>
    public async Task<(int Count, DateTimeOffset? OldestAt)> WaitingAsync(string connection, DateTimeOffset now, int most, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            $"select count(*)::int, min(changed_at) from (select changed_at from joor_stock where {Waiting} order by connection, changed_at limit $3) as s",
            reader => (reader.GetInt32(0), reader.TimeOrNull(1)),
            cancellationToken, connection, now, most))[0];

    /// <summary>When the next entry that JOOR did not confirm is tried again.</summary>
    public async Task<DateTimeOffset?> NextAttemptAsync(string connection, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "select min(next_attempt_at) from joor_stock where connection = $1 and is_dirty and not is_refused and push_id is null", reader => reader.TimeOrNull(0), cancellationToken, connection))[0];

    /// <summary>The oldest waiting entries.</summary>
    public Task<List<ClaimedEntry>> OldestAsync(string connection, DateTimeOffset now, int count, CancellationToken cancellationToken) =>
        database.ReadAsync($"select {Columns} from joor_stock where {Waiting} order by connection, changed_at limit $3", Read, cancellationToken, connection, now, count);

    /// <summary>Those of these slots that still wait.</summary>
    public Task<List<ClaimedEntry>> TheseAsync(string connection, DateTimeOffset now, IReadOnlyList<SlotKey> keys, CancellationToken cancellationToken) =>
        database.ReadAsync(
            $"select {Columns} from joor_stock where {Waiting} and (joor_item, warehouse, day) in (select i, w, greatest(d, '0001-01-01') from unnest($3, $4, $5) as r(i, w, d))", Read, cancellationToken,
            connection, now, keys.Select(key => key.JoorItem).ToArray(), keys.Select(key => key.Warehouse).ToArray(), keys.Select(key => key.Day).ToArray());

    /// <summary>All slots that an overwrite names.</summary>
    public Task<List<ClaimedEntry>> WholeAsync(string connection, CancellationToken cancellationToken) =>
        database.ReadAsync($"select {Columns} from joor_stock where {Whole} and push_id is null order by connection, joor_item, warehouse, day", Read, cancellationToken, connection);

    /// <summary>Slots with stock that an overwrite would name, and those that JOOR is known to hold with stock.</summary>
    public async Task<(int Now, int Held)> StockedAsync(string connection, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            $"""
            select count(*) filter (where {Whole} and (wanted > 0 or wanted_mto))::int, count(*) filter (where pushed > 0 or pushed_mto)::int
            from joor_stock where connection = $1
            """,
            reader => (reader.GetInt32(0), reader.GetInt32(1)),
            cancellationToken, connection))[0];

    /// <summary>The next slots that JOOR is believed to hold, by key, whole items.</summary>
    public async Task<List<ClaimedEntry>> HeldAfterAsync(string connection, string after, int count, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            $"select {Columns} from joor_stock where {Whole} and joor_item > $2 and not is_dirty and not is_refused and push_id is null order by connection, joor_item, warehouse, day limit $3",
            Read, cancellationToken, connection, after, count);
        var last = found.Count == count ? found[^1].Slot.Key.JoorItem : null;
        return last is null || found[0].Slot.Key.JoorItem == last ? found : [.. found.Where(entry => entry.Slot.Key.JoorItem != last)];
    }

    /// <summary>Whether requests of this connection were left without their end.</summary>
    public async Task<bool> HasUnsettledAsync(string connection, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "select exists (select 1 from mt_doc_inventorypush where data ->> 'Connection' = $1 and data ->> 'State' = 'Claimed')", reader => reader.GetBoolean(0), cancellationToken, connection))[0];

    /// <summary>The wish for a full push, as stored.</summary>
    public async Task<string?> WishAsync(string connection, CancellationToken cancellationToken) =>
        (await database.ReadAsync("select wanted_push from inventory_workers where connection = $1", reader => reader.TextOrNull(0), cancellationToken, connection)) is [var wish] ? wish : null;

    /// <summary>The time of the last full count that was applied for this connection.</summary>
    public async Task<DateTimeOffset?> CountedAtAsync(string connection, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "select max(coalesce(decided_at, completed_at)) from inventory_snapshots where connection in ('', $1) and state = 'Applied'", reader => reader.TimeOrNull(0), cancellationToken, connection))[0];

    private static ClaimedEntry Read(NpgsqlDataReader reader) => new(PlanningStore.ReadSlot(reader), reader.GetInt32(18));
}
