using JoorBus.Contracts.Orders;
using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Tests.Tracking;

public sealed class When_the_next_command_is_chosen
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Should_be_none_while_nothing_waits(int accepted) => Next(accepted, waiting: null).ShouldBeOfType<NextCommand.None>();

    [Fact]
    public void Should_be_none_for_the_cancellation_of_what_the_warehouse_never_took() =>
        Next(accepted: 0, new WaitingChange(4, Order: null)).ShouldBeOfType<NextCommand.AlreadyGone>();

    [Fact]
    public void Should_cancel_what_the_warehouse_holds()
    {
        var send = Next(accepted: 2, new WaitingChange(4, Order: null)).ShouldBeOfType<NextCommand.Send>();

        send.IsCancellation.ShouldBeTrue();
        var cancel = send.Command.ShouldBeOfType<CancelWmsOrder>();
        (cancel.Revision, cancel.WmsOrderId, cancel.OrderNumber).ShouldBe((4, "W1", "172728"));
    }

    [Fact]
    public void Should_create_what_the_warehouse_never_took()
    {
        var send = Next(accepted: 0, new WaitingChange(4, OrderSamples.AnOrder())).ShouldBeOfType<NextCommand.Send>();

        send.IsCancellation.ShouldBeFalse();
        send.Command.ShouldBeOfType<CreateWmsOrder>().Revision.ShouldBe(4);
    }

    [Fact]
    public void Should_amend_what_the_warehouse_holds()
    {
        var send = Next(accepted: 2, new WaitingChange(4, OrderSamples.AnOrder(quantity: 8))).ShouldBeOfType<NextCommand.Send>();

        send.IsCancellation.ShouldBeFalse();
        var amend = send.Command.ShouldBeOfType<AmendWmsOrder>();
        (amend.Revision, amend.WmsOrderId, amend.Order.Lines.Single().Quantity).ShouldBe((4, "W1", 8));
    }

    private static NextCommand Next(int accepted, WaitingChange? waiting) => NextCommand.For(new OrderFulfillment
    {
        CorrelationId = OrderIds.Order("linen", "172728"),
        Connection = "linen",
        JoorOrderId = "172728",
        AcceptedRevision = accepted,
        WmsOrderId = accepted == 0 ? null : "W1",
        Waiting = waiting,
    });
}
