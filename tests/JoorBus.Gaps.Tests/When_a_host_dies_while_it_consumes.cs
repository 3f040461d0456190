using JoorBus.Gaps.Tests.Dying;

namespace JoorBus.Gaps.Tests;

public sealed class When_a_host_dies_while_it_consumes : IAsyncLifetime
{
    private const int Orders = 5;
    private Brand brand = null!;

    public async Task InitializeAsync() => brand = await Brand.OpenAsync();

    public async Task DisposeAsync() => await brand.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Should_consume_again_what_was_not_committed(int nth)
    {
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHostThatDies(Gap.BeforeCommit, nth))
            await mortal.DiesAsync();
        if (nth == 1)
            (await brand.Tables.CountAsync("inbox")).ShouldBe(0);

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Should_publish_what_was_committed(int nth)
    {
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHostThatDies(Gap.AfterCommitBeforePublish, nth))
            await mortal.DiesAsync();
        (await brand.Tables.CountAsync("inbox")).ShouldBeGreaterThan(0);

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task Should_recognise_what_was_not_acknowledged(int nth)
    {
        brand.Joor.Orders.AddApproved(Orders);
        await using (var mortal = brand.StartHostThatDies(Gap.AfterPublishBeforeAcknowledge, nth))
            await mortal.DiesAsync();

        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        host.Log.ShouldContain("message.repeated");
        (await brand.Tables.CountAsync("order_timeline where kind = 'wms-order.create-sent'")).ShouldBe(Orders);
        (await brand.Tables.CountAsync("order_timeline where kind = 'wms-order.accepted'")).ShouldBe(Orders);
    }

    [Theory]
    [InlineData(Gap.BeforeCommit)]
    [InlineData(Gap.AfterCommitBeforePublish)]
    [InlineData(Gap.AfterPublishBeforeAcknowledge)]
    [InlineData(Gap.BeforeDelivery)]
    public async Task Should_carry_changes_on(Gap gap)
    {
        var orders = brand.Joor.Orders.AddApproved(Orders);
        await using (brand.StartHost())
            await brand.ComesToRestAsync();
        brand.Joor.Orders.Amend(orders[0]);
        brand.Joor.Orders.Amend(orders[1]);
        brand.Joor.Orders.Cancel(orders[2]);

        await using (var mortal = brand.StartHostThatDies(gap, 2))
            await mortal.DiesAsync();
        await using var host = brand.StartHost();

        await ShouldBeDoneOnceAsync();
        brand.Wms.Ledger().Orders.Sum(order => order.Amended.Effects).ShouldBe(2);
        brand.Wms.Ledger().Orders.Sum(order => order.Cancelled.Effects).ShouldBe(1);
        (await brand.Tables.StatesAsync()).ShouldBe("Accepted 4, Cancelled 1");
    }

    private async Task ShouldBeDoneOnceAsync()
    {
        (await brand.ComesToRestAsync()).IsClean.ShouldBeTrue();
        var wms = brand.Wms.Ledger();
        wms.DoubledEffects.ShouldBe(0);
        wms.Orders.ShouldAllBe(order => order.Created.Effects == 1);
        wms.Orders.Count.ShouldBe(Orders);
        (await brand.Tables.CountAsync("mt_doc_orderfulfillment")).ShouldBe(Orders);
    }
}
