using Npgsql;

namespace JoorBus.Prove.Judging;

/// <summary>What JoorBus has stored, read straight from its tables.</summary>
internal sealed record Stored(IReadOnlyList<SagaRow> Sagas, IReadOnlyDictionary<string, DateTimeOffset> StoredAt, long Outbox, long Unmarked, long StockWaiting, long StylesWaiting)
{
    public static async Task<Stored> ReadAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Search Path=joorbus;Pooling=false");
        return new Stored(
            await ListAsync(
                source,
                "select id, data ->> 'CurrentState', data ->> 'HeldReason' from mt_doc_orderfulfillment",
                row => new SagaRow(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)),
                cancellationToken),
            (await ListAsync(
                source,
                """
                select o.joor_order_id, min(pg_xact_commit_timestamp(t.xmin)) from order_timeline t join joor_orders o on o.order_id = t.order_id
                where t.kind = 'joor-order.received' group by 1
                """,
                row => (Order: row.GetString(0), At: row.GetFieldValue<DateTimeOffset>(1)),
                cancellationToken)).ToDictionary(row => row.Order, row => row.At),
            await CountAsync(source, "select count(*) from outbox", cancellationToken),
            await CountAsync(source, "select count(*) from joor_orders where decision = 'Imported' and marked_at is null", cancellationToken),
            await CountAsync(source, "select count(*) from joor_stock where (is_dirty and not is_refused) or push_id is not null", cancellationToken),
            await CountAsync(source, "select count(*) from joor_products where state = 'Dirty'", cancellationToken));
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken) =>
        (await ListAsync(source, sql, row => row.GetInt64(0), cancellationToken))[0];

    private static async Task<List<T>> ListAsync<T>(NpgsqlDataSource source, string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(read(reader));
        return rows;
    }
}
