using Npgsql;

namespace JoorBus.Demo;

/// <summary>What JoorBus still has to do, read from its tables.</summary>
/// <param name="Sagas">Orders by state.</param>
/// <param name="Outbox">Messages that wait to be sent.</param>
/// <param name="Unmarked">Orders that are not marked as exported in JOOR.</param>
/// <param name="Stock">Numbers of stock that wait to be sent, or whose answer is not known.</param>
/// <param name="Products">Styles that wait to be sent.</param>
internal sealed record DemoWork(IReadOnlyDictionary<string, int> Sagas, int Outbox, int Unmarked, int Stock, int Products)
{
    public bool IsDone => Outbox + Unmarked + Stock + Products == 0;

    public static async Task<DemoWork> ReadAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Search Path=joorbus;Pooling=false");
        var sagas = new Dictionary<string, int>();
        await using (var command = source.CreateCommand("select data ->> 'CurrentState', count(*)::int from mt_doc_orderfulfillment group by 1"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                sagas[reader.GetString(0)] = reader.GetInt32(1);
            }
        }

        return new DemoWork(
            sagas,
            await CountAsync(source, "outbox", cancellationToken).ConfigureAwait(false),
            await CountAsync(source, "joor_orders where decision = 'Imported' and marked_at is null", cancellationToken).ConfigureAwait(false),
            await CountAsync(source, "joor_stock where (is_dirty and not is_refused) or push_id is not null", cancellationToken).ConfigureAwait(false),
            await CountAsync(source, "joor_products where state = 'Dirty'", cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Connections whose stock a host works on now.</summary>
    public static async Task<int> LeasesAsync(string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database + ";Search Path=joorbus;Pooling=false");
        return await CountAsync(source, "inventory_workers where lease_until > now()", cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> CountAsync(NpgsqlDataSource source, string what, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand($"select count(*)::int from {what}");
        return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
