using JoorBus.Contracts.Inventory;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_flood_over_RabbitMQ
{
    private const int Messages = 300;

    // What comes again goes through MassTransit's pipeline, and one that stops lets all end that it began: so many it begins at once.
    private const int Few = 60;

    [Fact]
    public async Task Should_acknowledge_nothing_before_it_is_stored()
    {
        var (uri, database) = (await TestBroker.CreateVirtualHostAsync(), await TestDatabase.CreateAsync());
        await using var killed = await StockHost.StartAsync(database, uri);
        await using var wire = await Wire.OpenAsync(uri);
        await using (var blocker = await killed.Get<Database>().OpenAsync(CancellationToken.None))
        await using (var transaction = await blocker.BeginTransactionAsync())
        {
            await using var block = blocker.CreateCommand();
            block.CommandText = "lock table inventory_levels in exclusive mode";
            await block.ExecuteNonQueryAsync();
            await SendAsync(wire, Few);
            await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == 0u, "all messages are under way");
            await killed.Bus.StopAsync(CancellationToken.None);
            await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == Few, "all messages are back");
        }

        await using (var next = await StockHost.StartAsync(database, uri))
        {
            await Eventually.ReadsAsync(() => next.ScalarAsync<long>("select count(*) from inventory_levels"), count => count == Few, "all levels are stored");
            // The one that stopped may have stored them after all, but it could tell nobody.
            await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == 0u, "all messages came again");
        }

        (await wire.CountAsync(InventoryQueues.Receive)).ShouldBe(0u);
        (await wire.CountAsync(QueueName.ErrorsOf(InventoryQueues.Receive))).ShouldBe(0u);
    }

    [Fact]
    public async Task Should_leave_nothing_unacknowledged_when_it_stops_in_the_middle()
    {
        var (uri, database) = (await TestBroker.CreateVirtualHostAsync(), await TestDatabase.CreateAsync());
        long stored;
        uint left;
        await using (var wire = await Wire.OpenAsync(uri))
        {
            await using (var host = await StockHost.StartAsync(database, uri, configure: options => options.ReceivePrefetch = 20))
            {
                await SendAsync(wire);
                await Eventually.ReadsAsync(() => host.ScalarAsync<long>("select count(*) from inventory_levels"), count => count > 0, "something is stored");
            }

            left = await wire.CountAsync(InventoryQueues.Receive);
        }

        await using var reader = await StockHost.StartAsync(database);
        stored = await reader.ScalarAsync<long>("select count(*) from inventory_levels");
        (stored + left).ShouldBe(Messages);
    }

    [Fact]
    public async Task Should_dead_letter_only_the_one_that_the_database_does_not_take()
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using var host = await StockHost.StartAsync(rabbitMq: uri);
        await host.RowsAsync("alter table inventory_levels add constraint no_bad check (item <> 'I0150')");
        await using var wire = await Wire.OpenAsync(uri);
        await SendAsync(wire);
        (await wire.ReasonsAsync(1)).ShouldHaveSingleItem().ShouldContain("no_bad");
        await Eventually.ReadsAsync(() => host.ScalarAsync<long>("select count(*) from inventory_levels"), count => count == Messages - 1, "all others are stored");
        await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == 0u, "the queue is empty");
    }

    [Fact]
    public async Task Should_hold_few_of_large_messages()
    {
        const int Large = 70;
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using var host = await StockHost.StartAsync(rabbitMq: uri);
        await using var wire = await Wire.OpenAsync(uri);
        // 2.4 MB each: 96 MB are 40 of them.
        var body = Wire.Json(new InventoryChanged { Levels = [.. Enumerable.Range(0, 10_000).Select(number => Stock.Level($"I{number:0000}", 5, 1) with { Item = new StockItem { Sku = $"I{number:0000}", StyleIdentifier = new string('s', 100) } })] });
        await using (var blocker = await host.Get<Database>().OpenAsync(CancellationToken.None))
        await using (var transaction = await blocker.BeginTransactionAsync())
        {
            await using var block = blocker.CreateCommand();
            block.CommandText = "lock table inventory_levels in exclusive mode";
            await block.ExecuteNonQueryAsync();
            for (var number = 0; number < Large; number++)
                await wire.PlainAsync(body);
            await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count <= Large - 32, "as many are under way as may be");
            (await wire.CountAsync(InventoryQueues.Receive)).ShouldBeGreaterThanOrEqualTo((uint)(Large - (96_000_000 / body.Length) - 1));
        }

        await Eventually.ReadsAsync(() => wire.CountAsync(InventoryQueues.Receive), count => count == 0u, "the queue is empty", TimeSpan.FromSeconds(60));
        await Eventually.ReadsAsync(() => host.ScalarAsync<long>("select count(*) from inventory_levels"), count => count == 10_000, "all levels are stored");
    }

    private static async Task SendAsync(Wire wire, int messages = Messages)
    {
        for (var number = 1; number <= messages; number++)
            await wire.PlainAsync(new InventoryChanged { Levels = [Stock.Level($"I{number:0000}", number, 1)] });
    }
}
