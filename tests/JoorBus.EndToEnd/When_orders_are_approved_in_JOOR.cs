using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.EndToEnd;

public sealed class When_orders_are_approved_in_JOOR
{
    [Theory]
    [InlineData(BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory)]
    public async Task Should_reach_the_warehouse_once_each(BusTransport transport)
    {
        var (brand, host) = await Brand.StartAsync(transport, new() { AnswerTwiceShare = 0.1, ShipAfter = TimeSpan.FromSeconds(1) });
        await using var _ = brand;

        var ids = brand.Joor.Orders.AddApproved(120);
        await brand.AgreeAsync();

        brand.Wms.Ledger().OrdersCreated.ShouldBe(120);
        await Eventually.ReadsAsync(() => host.ListAsync("--state", "shipped"), rows => rows.Count == 120, "all are shipped");
        var order = await host.ShowOnceAsync(ids[7], "Shipped");
        order.Facts.ShouldNotBeNull().TrackingNumber.ShouldNotBeNullOrEmpty();
        order.Facts.AcceptedRevision.ShouldBe(1);
        order.Order.IsExportMarked.ShouldBeTrue();
        order.Timeline.Select(step => step.Kind).ShouldBe(
            ["joor-order.received", "wms-order.create-sent", "joor-order.export-marked", "wms-order.accepted", "wms-order.shipped"], ignoreOrder: true);
    }

    [Fact]
    public async Task Should_be_marked_as_exported_only_after_they_are_stored()
    {
        var (brand, _) = await Brand.StartAsync();
        await using var __ = brand;
        await using var source = NpgsqlDataSource.Create(brand.Database);
        await using var connection = await source.OpenConnectionAsync();
        await using var storing = await connection.BeginTransactionAsync();
        await using var stop = new NpgsqlCommand("lock table joorbus.joor_orders in exclusive mode", connection, storing);
        await stop.ExecuteNonQueryAsync();

        var ids = brand.Joor.Orders.AddApproved(20);
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                await using var waiting = source.CreateCommand("select exists (select from pg_locks where not granted and relation = 'joorbus.joor_orders'::regclass)");
                return (bool)(await waiting.ExecuteScalarAsync())!;
            },
            "the orders were read and wait to be stored");
        brand.Joor.Ledger().Accounts[0].Orders.ShouldAllBe(order => order.Export == JoorExportState.NotExported);

        await storing.RollbackAsync();
        await brand.AgreeAsync();
        ids.ShouldAllBe(id => brand.InWarehouse(id)!.Status == WmsOrderStatus.Accepted);
    }
}
