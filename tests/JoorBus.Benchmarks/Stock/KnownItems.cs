using System.Diagnostics;
using System.Globalization;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Simulators.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Benchmarks.Stock;

/// <summary>What a changed item costs from its level to its settlement, with few and with many known items. JOOR's answer is made in this process.</summary>
public static class KnownItems
{
    private const int PerRound = 1000;
    private const int WarmUp = 10;

    /// <returns>CPU milliseconds of this process and PostgreSQL per changed item.</returns>
    public static async Task<double> MeasureAsync(int known, int rounds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-known-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Temporary = true }, cancellationToken);
        var sent = new TakenStock();
        var connection = new JoorConnectionOptions { Name = PushingHost.Connection, Token = PushingHost.Connection, BaseUrl = "http://127.0.0.1:1/v2" };
        await using var host = await PushingHost.StartAsync(
            await postgres.CreateDatabaseAsync("known", cancellationToken), connection,
            services => services.AddSingleton<IStockSending>(sent).AddSingleton<IStockCredits>(new EnoughCredits()), cancellationToken);
        await SettleAsync(host, known, cancellationToken);
        await host.SaveAsync(new InventorySettings { Id = default, Connection = PushingHost.Connection, IsOn = true, Warehouses = [new(StockLoad.Warehouse, "Default")], MaxItemsPerRequest = PerRound }, cancellationToken);
        // The first look at new settings plans everything once.
        await host.ChangeAsync(ItemsOf(0, known), 2, cancellationToken);
        await host.RestAsync(() => sent.Entries >= PerRound, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(1 + (known / 50_000)), TimeProvider.System, cancellationToken);
        for (var round = 1; round <= WarmUp; round++)
            await RoundAsync(host, sent, round, known, cancellationToken);
        var before = Cpu(postgres);
        for (var round = WarmUp + 1; round <= WarmUp + rounds; round++)
            await RoundAsync(host, sent, round, known, cancellationToken);
        return (Cpu(postgres) - before) * 1000 / (rounds * PerRound);
    }

    private static async Task RoundAsync(PushingHost host, TakenStock sent, int round, int known, CancellationToken cancellationToken)
    {
        var until = sent.Entries + PerRound;
        await host.ChangeAsync(ItemsOf(round, known), round + 2, cancellationToken);
        await host.RestAsync(() => sent.Entries >= until, cancellationToken);
    }

    // Different items, spread over all that are known.
    private static IEnumerable<int> ItemsOf(int round, int known) => Enumerable.Range(0, PerRound).Select(number => (int)((((long)number * known / PerRound) + (round * 7L)) % known)).Distinct();

    private static double Cpu(PrivatePostgres postgres) => (ProcessorTime.OfTree(postgres.ProcessId) + Process.GetCurrentProcess().TotalProcessorTime).TotalSeconds;

    // Everything known, sent and settled, as it would be after years.
    private static Task SettleAsync(PushingHost host, int known, CancellationToken cancellationToken)
    {
        var identity = PushingHost.Identity(0).Replace(StockLoad.Sku(0), "' || sku || '", StringComparison.Ordinal).Replace(StockLoad.Upc(0), "' || upc || '", StringComparison.Ordinal);
        return host.ExecuteAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                create temp table seed as select 'SKU-' || lpad(n::text, 7, '0') as sku, (840000000000 + n)::text as upc, 1 + (n + 1) % 1000 as units from generate_series(0, {known - 1}) as n;
                insert into inventory_levels ({StockSchema.Columns}) select '', sku, '{StockLoad.Warehouse}', 1, now(), units, 0, units, null, false, '{identity}', null, pg_current_xact_id(), now() from seed;
                insert into inventory_items (connection, item, joor_item, is_skipped) select '{PushingHost.Connection}', sku, 'upc:' || upc, false from seed;
                insert into joor_stock (connection, joor_item, warehouse, day, sku, upc, wanted, wanted_mto, changed_at, is_dirty, is_refused, pushed, pushed_mto, pushed_at, is_planned, was_sent)
                select '{PushingHost.Connection}', 'upc:' || upc, 'Default', '0001-01-01', sku, upc, units, false, now(), false, false, units, false, now(), true, true from seed;
                analyze inventory_levels; analyze inventory_items; analyze joor_stock;
                """), cancellationToken);
    }

    private sealed class TakenStock : IStockSending
    {
        private int _entries;

        public int Entries => Volatile.Read(ref _entries);

        public Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken)
        {
            Interlocked.Add(ref _entries, entries.Count);
            var items = entries.Select(entry => new JoorStockAnswer(entry, JoorStockOutcome.Passed, new JoorStockEntry(entry.Upc, null, "pass"))).ToList();
            return Task.FromResult<JoorAnswer<JoorStockResult>>(new JoorAnswer<JoorStockResult>.Accepted(new JoorStockResult { Items = items }, 300));
        }
    }

    private sealed class EnoughCredits : IStockCredits
    {
        public Task<StockBudget> ReadAsync(JoorConnectionOptions options, InventorySettings settings, int sharers, int spent, CancellationToken cancellationToken) =>
            Task.FromResult(new StockBudget(1000, 1000, null, TimeSpan.FromSeconds(300)));

        public string AccountOf(JoorConnectionOptions options) => options.Name;
    }
}
