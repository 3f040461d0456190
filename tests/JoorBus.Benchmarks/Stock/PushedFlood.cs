using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Servers;

namespace JoorBus.Benchmarks.Stock;

/// <summary>A flood that is there at once, and one that comes in over some seconds, pushed through the gateway: how many requests did it take?</summary>
public static class PushedFlood
{
    private const int PerRequest = 1000;

    public static async Task<FloodResult> RunAsync(int items, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-flood-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Temporary = true }, cancellationToken);
        return new FloodResult(
            items, (items + PerRequest - 1) / PerRequest,
            await PushAsync(await postgres.CreateDatabaseAsync("flood", cancellationToken), items, items, cancellationToken),
            await PushAsync(await postgres.CreateDatabaseAsync("stream", cancellationToken), items, 100, cancellationToken));
    }

    private static async Task<int> PushAsync(string postgres, int items, int atOnce, CancellationToken cancellationToken)
    {
        await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = [PushingHost.Connection], UnknownSku = JoorUnknownSku.Keep }, cancellationToken: cancellationToken);
        var connection = new JoorConnectionOptions { Name = PushingHost.Connection, Token = PushingHost.Connection, BaseUrl = joor.BaseUrl.ToString() };
        await using var host = await PushingHost.StartAsync(postgres, connection, _ => { }, cancellationToken);
        await host.SaveAsync(new InventorySettings { Id = default, Connection = PushingHost.Connection, IsOn = true, Warehouses = [new(StockLoad.Warehouse, "Default")], MaxItemsPerRequest = PerRequest }, cancellationToken);
        for (var first = 0; first < items; first += atOnce)
            await host.ChangeAsync(Enumerable.Range(first, Math.Min(atOnce, items - first)), 1, cancellationToken);
        await host.RestAsync(() => joor.Ledger().Accounts[0].Stock.Count == items, cancellationToken);
        return joor.Ledger().Requests.Count(request => request.PathAndQuery.Contains("bulk-inventory", StringComparison.Ordinal));
    }
}

/// <summary>Requests for a flood of items: the fewest possible, those of a flood that was there at once, and of one that came a hundred at a time.</summary>
public sealed record FloodResult(int Items, int Least, int AtOnce, int Streamed);
