using JoorBus.Contracts.Inventory;
using JoorBus.Messaging;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_come_over_RabbitMQ
{
    private static readonly string Skipped = $"{InventoryQueues.Receive}_skipped";

    [Fact]
    public async Task Should_store_envelopes_and_plain_json_and_acknowledge_them()
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using (var host = await StockHost.StartAsync(rabbitMq: uri))
        {
            await using var wire = await Wire.OpenAsync(uri);
            await wire.PlainAsync(new InventoryChanged { Levels = [Stock.Level("A", 5, 1)] });
            await wire.EnvelopeAsync(Wire.Json(new InventoryChanged { Connection = "acme us", Levels = [Stock.Level("B", 6, 1)] }));
            await host.Bus.Publish(new InventoryChanged { Levels = [Stock.Level("C", 7, 1)] });
            await Eventually.ReadsAsync(() => host.RowsAsync("select connection, item, on_hand from inventory_levels order by item"), rows => rows.SequenceEqual(["|A|5", "acme|B|6", "|C|7"]), "three levels");
        }

        // What was not acknowledged would be back now that the host is gone.
        await using var after = await Wire.OpenAsync(uri);
        foreach (var queue in new[] { InventoryQueues.Receive, Skipped, QueueName.ErrorsOf(InventoryQueues.Receive) })
            (await after.CountAsync(queue)).ShouldBe(0u, queue);
    }

    [Fact]
    public async Task Should_dead_letter_only_the_poison_each_with_its_reason()
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using var host = await StockHost.StartAsync(rabbitMq: uri);
        await using var wire = await Wire.OpenAsync(uri);
        for (var number = 1; number <= 60; number++)
        {
            await wire.PlainAsync(new InventoryChanged { Levels = [Stock.Level($"I{number:00}", number, 1)] });
            if (number == 10)
                await wire.PlainAsync("this is no JSON");
            if (number == 20)
                await wire.EnvelopeAsync(Wire.Json(new InventoryChanged { Levels = [Stock.Level("BAD", -4, 1)] }));
            if (number == 30)
                await wire.PlainAsync(new InventoryChanged { Connection = "nobody", Levels = [Stock.Level("BAD", 4, 1)] });
            if (number == 40)
                await wire.PlainAsync("""{"levels":[{"warehouse":"NJ","item":{"sku":"BAD\u0000"},"onHand":1,"sequence":1}]}""");
            if (number == 50)
                await wire.EnvelopeAsync("""{"levels":"many"}""");
        }

        var reasons = await wire.ReasonsAsync(5);
        reasons.ShouldContain(reason => reason.Contains("is not JSON") && reason.Contains("edit and replay it"));
        reasons.ShouldContain(reason => reason.Contains("is refused: level 1 (item 'BAD', warehouse 'NJ') has -4 units on hand; allowed is 0 to 100,000,000. It waits in 'inventory-receive_error'; cure the reason"));
        reasons.ShouldContain(reason => reason.Contains("is refused: connection 'nobody' is not known"));
        reasons.ShouldContain(reason => reason.Contains("has the character NUL in its sku"));
        reasons.ShouldContain(reason => reason.Contains("cannot be read"));
        await Eventually.ReadsAsync(() => host.ScalarAsync<long>("select count(*) from inventory_levels where item like 'I%'"), count => count == 60, "all good levels are stored");
        (await host.ScalarAsync<long>("select count(*) from inventory_levels")).ShouldBe(60);
        (await wire.CountAsync(Skipped)).ShouldBe(0u);
    }

    [Fact]
    public async Task Should_skip_what_is_another_type()
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        await using var host = await StockHost.StartAsync(rabbitMq: uri);
        await using var wire = await Wire.OpenAsync(uri);
        await wire.EnvelopeAsync("{}", "urn:message:Somebody:Else");
        await Eventually.ReadsAsync(() => wire.CountAsync(Skipped), count => count == 1u, "it is skipped");
    }
}
