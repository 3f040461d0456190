using JoorBus.Connections.Managing;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Counting;
using JoorBus.Inventory.Tests.Receiving;
using JoorBus.Messaging;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Counting;

public sealed class When_a_count_comes_over_RabbitMQ
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Should_be_decided_by_the_watch()
    {
        await using var host = await StockHost.StartAsync(rabbitMq: await TestBroker.CreateVirtualHostAsync());
        await host.Get<SnapshotWatch>().StartAsync(CancellationToken.None);
        await host.ReceiveAsync([.. Enumerable.Range(1, 5).Select(item => Stock.Level($"I{item}", item, sequence: 1))]);
        await host.Bus.Publish(new InventorySnapshotCompleted { SnapshotId = "full", LevelCount = 4 });
        await host.Bus.Publish(Stock.Told("full", [.. Enumerable.Range(1, 4).Select(item => Stock.Level($"I{item}", item, sequence: 1))]));
        await host.Bus.Publish(new InventorySnapshotStarted { SnapshotId = "full", StartedAt = Now, Sequence = 5, Warehouses = ["NJ", "CA"] });
        await Eventually.ReadsAsync(() => host.Get<Snapshots>().ListAsync(CancellationToken.None), all => all.Any(count => count.State == SnapshotState.Applied), "it is applied");
        (await host.LevelsAsync()).ShouldBe(["I1|NJ|1|1", "I2|NJ|1|2", "I3|NJ|1|3", "I4|NJ|1|4", "I5|NJ|5|0"]);
        await host.Get<SnapshotWatch>().StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Should_refuse_a_beginning_of_a_connection_that_is_not_known()
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using var host = await StockHost.StartAsync(rabbitMq: uri);
        await using var wire = await Wire.OpenAsync(uri);
        await host.Bus.Publish(new InventorySnapshotStarted { SnapshotId = "full", StartedAt = Now, Connection = "nobody" });
        await host.Bus.Publish(new InventorySnapshotStarted { SnapshotId = "full", StartedAt = Now, Warehouses = [] });
        await host.Bus.Publish(new InventorySnapshotCompleted { SnapshotId = "full", LevelCount = -1 });
        await Eventually.ReadsAsync(() => wire.CountAsync(QueueName.ErrorsOf(InventoryQueues.Count)), count => count == 3u, "all three are refused");
        (await host.Get<Snapshots>().ListAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_tell_what_hangs_on_a_connection()
    {
        await using var host = await StockHost.StartAsync();
        (await host.Get<IConnectionUse>().OfAsync(StockHost.Key, CancellationToken.None)).ShouldBe(new ConnectionUse("stock", 0, 0));
    }
}
