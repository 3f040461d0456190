using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms;

public sealed class When_a_command_arrives
{
    private readonly Commands _order = new();
    private readonly WmsSimulator _wms = new();

    private WmsOrderEntry Entry => _wms.Ledger().Orders.Single();

    [Fact]
    public void Should_create_the_order_and_accept_it()
    {
        var accepted = Answer<WmsOrderAccepted>(_wms.Receive(_order.Create(quantity: 5)));

        accepted.OrderId.ShouldBe(_order.OrderId);
        accepted.Revision.ShouldBe(1);
        accepted.WmsOrderId.ShouldNotBeNullOrEmpty();
        Entry.Status.ShouldBe(WmsOrderStatus.Accepted);
        Entry.Content.Lines.Single().Quantity.ShouldBe(5);
    }

    [Fact]
    public void Should_replace_the_content_on_an_amendment()
    {
        _wms.Receive(_order.Create(quantity: 5));

        Answer<WmsOrderAccepted>(_wms.Receive(_order.Amend(revision: 2, quantity: 8))).Revision.ShouldBe(2);

        Entry.Content.Lines.Single().Quantity.ShouldBe(8);
        Entry.Amended.ShouldBe(new WmsCounts(Deliveries: 1, Effects: 1));
    }

    [Fact]
    public void Should_cancel_the_order()
    {
        _wms.Receive(_order.Create());

        Answer<WmsOrderCancelled>(_wms.Receive(_order.Cancel(revision: 2))).Revision.ShouldBe(2);

        Entry.Status.ShouldBe(WmsOrderStatus.Cancelled);
    }

    [Fact]
    public void Should_refuse_to_amend_or_cancel_what_it_does_not_know()
    {
        Answer<WmsOrderRejected>(_wms.Receive(_order.Amend())).Reason.ShouldBe("Order 1 is not known here and cannot be amended");
        Answer<WmsOrderRejected>(_wms.Receive(_order.Cancel())).Reason.ShouldBe("Order 1 is not known here and cannot be cancelled");
        Entry.Status.ShouldBe(WmsOrderStatus.Unknown);
    }

    [Fact]
    public void Should_refuse_by_number_with_the_reason_until_allowed()
    {
        _wms.Refuse("1", "Item 812340001012 is not in the item master");
        Answer<WmsOrderRejected>(_wms.Receive(_order.Create(revision: 1))).Reason.ShouldBe("Item 812340001012 is not in the item master");
        Answer<WmsOrderRejected>(_wms.Receive(_order.Amend(revision: 2))).Reason.ShouldBe("Order 1 was refused and cannot be amended");
        Entry.Status.ShouldBe(WmsOrderStatus.Rejected);

        _wms.Allow("1");
        Answer<WmsOrderAccepted>(_wms.Receive(_order.Create(revision: 3)));

        Entry.Status.ShouldBe(WmsOrderStatus.Accepted);
        Entry.Doubled.ShouldBe(0);
    }

    [Fact]
    public void Should_refuse_the_shares_it_is_told_to()
    {
        var wms = new WmsSimulator(new() { RejectShare = 0.3, CancelRejectShare = 1, Seed = 9 });

        for (var order = 1; order <= 1000; order++)
            wms.Receive(new Commands(order).Create());
        wms.Ledger().CountOf(WmsOrderStatus.Rejected).ShouldBeInRange(250, 350);

        for (var order = 1; order <= 1000; order++)
            Answer<WmsOrderRejected>(wms.Receive(new Commands(order).Cancel()));
        wms.Ledger().CountOf(WmsOrderStatus.Cancelled).ShouldBe(0);
    }

    [Fact]
    public void Should_create_again_what_was_cancelled_and_comes_back_newer()
    {
        _wms.Receive(_order.Create(revision: 1));
        _wms.Receive(_order.Cancel(revision: 2));

        Answer<WmsOrderAccepted>(_wms.Receive(_order.Create(revision: 3)));

        Entry.Status.ShouldBe(WmsOrderStatus.Accepted);
        Entry.Doubled.ShouldBe(0);
    }

    private static T Answer<T>(WmsReply reply) => reply.Answers.Single().Message.ShouldBeOfType<T>();
}
