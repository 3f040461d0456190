using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Counting;
using JoorBus.Persistence;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.Inventory.Tests.Counting;

public sealed class When_the_warehouse_is_counted
{
    [Fact]
    public async Task Should_set_to_zero_what_it_did_not_name()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync([.. Enumerable.Range(1, 5).Select(item => Stock.Level($"I{item}", item, sequence: item))]);
        await host.BeginAsync("full", sequence: 10);
        await host.TellAsync("full", [.. Enumerable.Range(1, 4).Select(item => Stock.Level($"I{item}", item, sequence: item))]);
        await host.EndAsync("full", levels: 4);
        (await host.LookAsync("full")).ShouldSatisfyAllConditions(
            count => count.State.ShouldBe(SnapshotState.Applied), count => count.Counted.ShouldBe(4), count => count.Removed.ShouldBe(1));
        (await host.Stock.LevelsAsync()).ShouldBe(["I1|NJ|1|1", "I2|NJ|2|2", "I3|NJ|3|3", "I4|NJ|4|4", "I5|NJ|10|0"]);
        (await host.Stock.ScalarAsync<bool>("select changed_xid > (select max(changed_xid) from inventory_levels where item <> 'I5') from inventory_levels where item = 'I5'")).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_keep_what_changed_after_it_began()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync(Stock.Level("OLD", 1, sequence: 9), Stock.Level("NEW", 2, sequence: 11), Stock.At("TIMED", 3, host.Clock.GetUtcNow().AddSeconds(1)));
        await host.BeginAsync("full", sequence: 10);
        await host.TellAsync("full", [.. Enumerable.Range(1, 9).Select(item => Stock.Level($"I{item}", 1, sequence: 1))]);
        await host.EndAsync("full", levels: 9);
        (await host.LookAsync("full")).Removed.ShouldBe(1);
        (await host.StockAsync()).ShouldContain("NEW|NJ|2");
        (await host.StockAsync()).ShouldContain("TIMED|NJ|3");
        (await host.StockAsync()).ShouldContain("OLD|NJ|0");
    }

    [Fact]
    public async Task Should_leave_out_an_older_level_that_comes_late_of_an_item_it_did_not_name()
    {
        await using var host = await CountHost.StartAsync();
        await host.BeginAsync("full", sequence: 10, "", "NJ");
        await host.TellAsync("full", Stock.Level("NAMED", 1, sequence: 9));
        await host.EndAsync("full", levels: 1);
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Applied);
        await host.Stock.ReceiveAsync(Stock.Level("LATE", 5, sequence: 8), Stock.Level("NEW", 6, sequence: 11), Stock.Level("LATE", 7, sequence: 8, "CA"));
        (await host.StockAsync()).ShouldBe(["LATE|CA|7", "NAMED|NJ|1", "NEW|NJ|6"]);
    }

    [Fact]
    public async Task Should_wait_for_levels_that_are_being_stored_while_it_is_applied()
    {
        // A server of its own: what is written and not committed holds up the feeds of every database of a server.
        await using var server = await TestServers.StartOwnPostgresAsync();
        await using var host = await CountHost.StartAsync(await server.CreateDatabaseAsync("counted"));
        await host.Stock.ReceiveAsync([.. Enumerable.Range(1, 6).Select(item => Stock.Level($"I{item}", 1, sequence: item))]);
        await host.BeginAsync("full", sequence: 10);
        await host.TellAsync("full", [.. Enumerable.Range(1, 6).Select(item => Stock.Level($"I{item}", 1, sequence: item))]);
        await host.EndAsync("full", levels: 6);
        await using var storing = await host.Stock.Get<Database>().OpenAsync(CancellationToken.None);
        await using var transaction = await storing.BeginTransactionAsync();
        await using var level = new NpgsqlCommand(
            "insert into inventory_levels select connection, 'LATE', warehouse, 8, as_of, 5, allocated, 5, inbound, made_to_order, identity, null, null, pg_current_xact_id(), changed_at from inventory_levels where item = 'I1'", storing);
        await level.ExecuteNonQueryAsync();
        var applying = host.LookAsync("full");
        await Eventually.BecomesTrueAsync(
            () => host.Stock.ScalarAsync<bool>("select exists (select 1 from pg_locks where relation = 'inventory_levels'::regclass and mode = 'ShareRowExclusiveLock' and not granted)"), "it waits");
        await transaction.CommitAsync();
        (await applying).Removed.ShouldBe(1);
        (await host.StockAsync()).ShouldContain("LATE|NJ|0");
    }

    [Fact]
    public async Task Should_compare_times_where_levels_carry_times()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync([.. Enumerable.Range(1, 6).Select(item => Stock.At($"I{item}", 1, host.Clock.GetUtcNow()))]);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.BeginAsync("full");
        await host.TellAsync("full", [.. Enumerable.Range(1, 5).Select(item => Stock.At($"I{item}", 1, host.Clock.GetUtcNow()))]);
        await host.EndAsync("full", levels: 5);
        (await host.LookAsync("full")).Removed.ShouldBe(1);
        (await host.Stock.RowsAsync("select version = (extract(epoch from timestamptz '2026-11-21 12:01Z') * 1000000)::bigint, on_hand from inventory_levels where item = 'I6'")).ShouldBe(["True|0"]);
    }

    [Fact]
    public async Task Should_leave_sequences_alone_where_its_beginning_has_none()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync(Stock.Level("GONE", 1, sequence: 7), Stock.Level("KEPT", 1, sequence: 3));
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.BeginAsync("full");
        await host.TellAsync("full", [.. Enumerable.Range(1, 9).Select(item => Stock.Level($"I{item}", 1, sequence: 1)), Stock.Level("KEPT", 1, sequence: 3)]);
        await host.EndAsync("full", levels: 10);
        (await host.LookAsync("full")).Removed.ShouldBe(1);
        await host.Stock.ReceiveAsync(Stock.Level("GONE", 4, sequence: 8));
        (await host.StockAsync()).ShouldContain("GONE|NJ|4");
    }

    [Fact]
    public async Task Should_touch_only_the_counted_warehouses_and_scope()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync(Stock.Level("A", 1, 1), Stock.Level("A", 2, 1, "CA"), Stock.Level("B", 1, 1), Stock.Level("C", 1, 1), Stock.Level("D", 1, 1), Stock.Level("E", 1, 1));
        await host.Stock.ReceiveAsync(new InventoryChanged { Levels = [Stock.Level("A", 3, 1)] }, StockHost.Key);
        await host.BeginAsync("full", 10, "", "NJ");
        await host.TellAsync("full", [.. "BCDE".Select(sku => Stock.Level(sku.ToString(), 1, 1))]);
        await host.EndAsync("full", levels: 4);
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Applied);
        (await host.Stock.RowsAsync("select connection, warehouse, on_hand from inventory_levels where item = 'A' order by connection, warehouse")).ShouldBe(["|CA|2", "|NJ|0", "acme|NJ|3"]);
    }

    [Fact]
    public async Task Should_take_beginning_levels_and_end_in_any_order_and_repeated()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync([.. Enumerable.Range(1, 5).Select(item => Stock.Level($"I{item}", item, sequence: 1))]);
        await host.EndAsync("full", levels: 4);
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Completed);
        await host.TellAsync("full", Stock.Level("I1", 1, 1), Stock.Level("I2", 2, 1));
        await host.TellAsync("full", Stock.Level("I1", 1, 1), Stock.Level("I2", 2, 1));
        await host.BeginAsync("full", sequence: 10);
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Completed);
        await host.EndAsync("full", levels: 2);
        await host.TellAsync("full", Stock.Level("I3", 3, 1), Stock.Level("I4", 4, 1));
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Applied);
        await host.BeginAsync("full", sequence: 20);
        await host.EndAsync("full", levels: 4);
        (await host.LookAsync("full")).ShouldSatisfyAllConditions(count => count.State.ShouldBe(SnapshotState.Applied), count => count.Sequence.ShouldBe(10));
        (await host.StockAsync()).ShouldBe(["I1|NJ|1", "I2|NJ|2", "I3|NJ|3", "I4|NJ|4", "I5|NJ|0"]);
    }

    [Fact]
    public async Task Should_give_up_when_levels_stay_missing()
    {
        await using var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync(Stock.Level("A", 1, 1));
        await host.BeginAsync("full", sequence: 10);
        await host.EndAsync("full", levels: 3);
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        await host.TellAsync("full", Stock.Level("B", 1, 1));
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Completed);
        host.Clock.Advance(TimeSpan.FromMinutes(9));
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Completed);
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        (await host.LookAsync("full")).ShouldSatisfyAllConditions(
            count => count.State.ShouldBe(SnapshotState.Incomplete), count => count.Reason.ShouldBe("it says 3 levels, 1 different ones came, and no more for 00:10:00; nothing was removed"));
        (await host.StockAsync()).ShouldBe(["A|NJ|1", "B|NJ|1"]);
    }
}
