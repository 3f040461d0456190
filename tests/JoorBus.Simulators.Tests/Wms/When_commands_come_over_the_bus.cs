using System.Threading.Channels;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Wms;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Tests.Wms;

public sealed class When_commands_come_over_the_bus
{
    private readonly Commands _order = new();

    [Fact]
    public async Task Should_answer_each_of_them()
    {
        await using var provider = await Start(new WmsSimulator());
        var harness = provider.GetRequiredService<ITestHarness>();

        await harness.Bus.Publish(_order.Create());
        (await harness.Published.Any<WmsOrderAccepted>(answer => answer.Context.Message.Revision == 1)).ShouldBeTrue();
        await harness.Bus.Publish(_order.Amend());
        (await harness.Published.Any<WmsOrderAccepted>(answer => answer.Context.Message.Revision == 2)).ShouldBeTrue();
        await harness.Bus.Publish(_order.Cancel());
        (await harness.Published.Any<WmsOrderCancelled>()).ShouldBeTrue();
    }

    [Fact]
    public async Task Should_take_them_from_the_queue_named_for_the_warehouse()
    {
        var wms = new WmsSimulator();
        await using var provider = await Start(wms);
        var harness = provider.GetRequiredService<ITestHarness>();

        var queue = await harness.Bus.GetSendEndpoint(new Uri("queue:wms-orders"));
        await queue.Send(_order.Create());

        (await harness.Published.Any<WmsOrderAccepted>()).ShouldBeTrue();
        wms.Ledger().CommandsSeen.ShouldBe(1);
    }

    [Fact]
    public async Task Should_publish_a_repeated_answer_under_the_same_id()
    {
        var arrived = Channel.CreateUnbounded<Guid?>();
        var wms = new WmsSimulator(new() { AnswerTwiceShare = 1, MaxLatency = TimeSpan.FromMilliseconds(1) });
        await using var provider = await Start(wms, bus => bus.AddHandler(async (ConsumeContext<WmsOrderAccepted> answer) =>
            await arrived.Writer.WriteAsync(answer.MessageId)));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await provider.GetRequiredService<ITestHarness>().Bus.Publish(_order.Create());

        var first = await arrived.Reader.ReadAsync(patience.Token);
        first.ShouldNotBeNull();
        (await arrived.Reader.ReadAsync(patience.Token)).ShouldBe(first);
    }

    [Fact]
    public async Task Should_ship_what_it_accepted()
    {
        var wms = new WmsSimulator(new() { ShipAfter = TimeSpan.Zero });
        await using var provider = await Start(wms);
        var harness = provider.GetRequiredService<ITestHarness>();

        await harness.Bus.Publish(_order.Create());
        (await harness.Published.Any<WmsOrderShipped>(shipped => shipped.Context.Message.OrderId == _order.OrderId)).ShouldBeTrue();

        wms.Ledger().Orders.Single().Status.ShouldBe(WmsOrderStatus.Shipped);
        wms.Receive(_order.Amend()).Answers.Single().Message.ShouldBeOfType<WmsOrderRejected>().Reason.ShouldContain("has shipped");
        wms.Receive(_order.Cancel()).Answers.Single().Message.ShouldBeOfType<WmsOrderRejected>().Reason.ShouldContain("has shipped");
    }

    private static async Task<ServiceProvider> Start(WmsSimulator wms, Action<IBusRegistrationConfigurator>? more = null)
    {
        var provider = new ServiceCollection().AddMassTransitTestHarness(bus =>
        {
            bus.AddWmsSimulator(wms);
            more?.Invoke(bus);
        }).BuildServiceProvider(true);
        await provider.GetRequiredService<ITestHarness>().Start();
        return provider;
    }
}
