using JoorBus.Contracts.Inventory;
using JoorBus.Messaging;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_the_database_dies_while_levels_come
{
    [Fact]
    public async Task Should_lose_nothing_and_dead_letter_nothing()
    {
        await using var postgres = await TestServers.StartOwnPostgresAsync();
        var uri = await TestBroker.CreateVirtualHostAsync();
        var database = await postgres.CreateDatabaseAsync("stock");
        await using var host = await StockHost.StartAsync(database, uri, configure: options => options.ReceiveBatch = 50);
        await using var wire = await Wire.OpenAsync(uri);
        await SendAsync(wire, first: 1, last: 300);
        await Eventually.BecomesTrueAsync(async () => await host.ScalarAsync<long>("select count(*) from inventory_levels") > 0, "something is stored");
        await postgres.KillAsync();
        await SendAsync(wire, first: 301, last: 600);
        await postgres.StartAgainAsync();
        await Eventually.ReadsAsync(() => CountAsync(host), count => count == 600, "all levels are stored", TimeSpan.FromSeconds(60));
        (await wire.CountAsync(QueueName.ErrorsOf(InventoryQueues.Receive))).ShouldBe(0u);
        await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == 0u, "the queue is empty");
    }

    private static async Task SendAsync(Wire wire, int first, int last)
    {
        for (var number = first; number <= last; number++)
            await wire.PlainAsync(new InventoryChanged { Levels = [Stock.Level($"I{number:000}", number, 1)] });
    }

    private static async Task<long> CountAsync(StockHost host)
    {
        try
        {
            return await host.ScalarAsync<long>("select count(*) from inventory_levels");
        }
        catch (Npgsql.NpgsqlException)
        {
            return -1;
        }
    }
}
