using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Wms;
using Npgsql;

namespace JoorBus.Demo;

/// <summary>Where everything stands: both ledgers, and what JoorBus still has to do.</summary>
internal sealed record DemoState(LedgerComparison Comparison, IReadOnlyList<DemoBrandState> Brands, IReadOnlyDictionary<string, int> Sagas, int Outbox, int Unmarked, WmsLedger Wms, int Overspent)
{
    private static readonly string[] Unsettled = ["AwaitingAcceptance", "AwaitingCancellation"];

    public int Open => Sagas.Where(pair => Unsettled.Contains(pair.Key)).Sum(pair => pair.Value);

    public bool IsAtRest => Comparison.IsClean && Open == 0 && Outbox == 0 && Unmarked == 0
        && Sagas.Values.Sum() == Wms.Orders.Count && Sagas.GetValueOrDefault("Accepted") == Wms.CountOf(WmsOrderStatus.Accepted);

    /// <summary>Also everything accepted has been shipped.</summary>
    public bool IsAtEnd => IsAtRest && Sagas.GetValueOrDefault("Accepted") == 0;

    public static async Task<DemoState> LookAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        var joor = world.Joor.Ledger();
        var wms = world.Wms.Ledger();
        var accounts = DemoBrand.All.ToDictionary(brand => brand.Connection, brand => joor.Accounts.Single(account => account.AccountId == brand.AccountId));
        await using var source = NpgsqlDataSource.Create(world.Database + ";Search Path=joorbus;Pooling=false");
        var sagas = new Dictionary<string, int>();
        await using (var command = source.CreateCommand("select data ->> 'CurrentState', count(*)::int from mt_doc_orderfulfillment group by 1"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                sagas[reader.GetString(0)] = reader.GetInt32(1);
            }
        }

        return new DemoState(
            LedgerComparison.Of(accounts, wms),
            [.. DemoBrand.All.Select(brand => DemoBrandState.Of(brand, accounts[brand.Connection], joor, wms))],
            sagas,
            await CountAsync(source, "select count(*)::int from outbox", cancellationToken).ConfigureAwait(false),
            await CountAsync(source, "select count(*)::int from joor_orders where decision = 'Imported' and marked_at is null", cancellationToken).ConfigureAwait(false),
            wms,
            joor.Overspent);
    }

    private static async Task<int> CountAsync(NpgsqlDataSource source, string sql, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(sql);
        return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }
}
