using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_are_stored
{
    [Fact]
    public async Task Should_keep_the_newest_whatever_comes_last()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 2));
        await host.ReceiveAsync(Stock.Level("A", 9, sequence: 1));
        await host.ReceiveAsync(Stock.Level("A", 7, sequence: 2));
        (await host.LevelsAsync()).ShouldBe(["A|NJ|2|5"]);
    }

    [Fact]
    public async Task Should_not_call_a_newer_version_with_equal_numbers_a_change()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 1));
        var before = await ChangedAsync(host);
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 2));
        (await ChangedAsync(host)).ShouldBe(before);
        (await host.LevelsAsync()).ShouldBe(["A|NJ|2|5"]);
        await host.ReceiveAsync(Stock.Level("A", 6, sequence: 3));
        (await ChangedAsync(host)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Should_call_another_identity_a_change()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 1));
        var before = await ChangedAsync(host);
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 2) with { Item = new StockItem { Sku = "A", Upc = "12" } });
        (await ChangedAsync(host)).ShouldNotBe(before);
    }

    [Fact]
    public async Task Should_keep_scopes_apart()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 2));
        await host.ReceiveAsync(new InventoryChanged { Levels = [Stock.Level("A", 1, sequence: 1)] }, StockHost.Key);
        (await host.RowsAsync("select connection, on_hand from inventory_levels order by connection")).ShouldBe(["|5", "acme|1"]);
    }

    [Fact]
    public async Task Should_note_the_count_of_a_level_that_is_older_than_the_stored_one()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 9));
        var before = await ChangedAsync(host);
        await host.ReceiveAsync(Stock.Told("full", Stock.Level("A", 4, sequence: 8)));
        (await host.RowsAsync("select version, on_hand, snapshot, snapshot_version from inventory_levels")).ShouldBe(["9|5|full|8"]);
        (await ChangedAsync(host)).ShouldBe(before);
    }

    [Fact]
    public async Task Should_not_give_a_level_back_to_an_older_count()
    {
        await using var host = await StockHost.StartAsync();
        await host.ReceiveAsync(Stock.Told("second", Stock.Level("A", 5, sequence: 9)));
        await host.ReceiveAsync(Stock.Told("first", Stock.Level("A", 4, sequence: 8)));
        await host.ReceiveAsync(Stock.Level("A", 6, sequence: 10));
        (await host.RowsAsync("select on_hand, snapshot from inventory_levels")).ShouldBe(["6|second"]);
    }

    [Fact]
    public async Task Should_wake_the_workers()
    {
        await using var host = await StockHost.StartAsync();
        await using var listener = await host.Get<JoorBus.Persistence.Database>().OpenAsync(CancellationToken.None);
        var heard = new List<string>();
        listener.Notification += (_, note) => heard.Add($"{note.Channel} {note.Payload}");
        await using (var listen = listener.CreateCommand())
        {
            listen.CommandText = "listen joorbus_inventory";
            await listen.ExecuteNonQueryAsync();
        }

        await host.ReceiveAsync(Stock.Level("A", 5, sequence: 1), Stock.Level("B", 5, sequence: 1));
        await listener.WaitAsync(CancellationToken.None);
        heard.ShouldBe(["joorbus_inventory joorbus"]);
    }

    private static Task<string> ChangedAsync(StockHost host) => host.ScalarAsync<string>("select changed_xid::text || ' ' || changed_at from inventory_levels");
}
