using FsCheck;
using FsCheck.Fluent;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms;

public sealed class When_a_command_is_repeated
{
    private readonly Commands _order = new();

    [Fact]
    public void Should_answer_again_with_the_same_message_and_act_once()
    {
        var wms = new WmsSimulator();

        var first = wms.Receive(_order.Create());
        var second = wms.Receive(_order.Create());

        second.Answers.ShouldBe(first.Answers);
        var entry = wms.Ledger().Orders.Single();
        entry.Created.ShouldBe(new WmsCounts(Deliveries: 2, Effects: 1));
        (entry.Repeated, entry.Doubled).ShouldBe((1, 0));
    }

    [Fact]
    public void Should_be_recorded_as_doubled_when_it_has_another_key()
    {
        var wms = new WmsSimulator();
        wms.Receive(_order.Create());

        wms.Receive(_order.Create(key: new Guid("11111111-2222-3333-4444-555555555555")));

        wms.Ledger().DoubledEffects.ShouldBe(1);
        wms.Ledger().OrdersCreated.ShouldBe(2);
    }

    [Fact]
    public void Should_be_answered_by_a_warehouse_that_was_silent_at_first()
    {
        var wms = new WmsSimulator(new() { SilentShare = 1 });

        wms.Receive(_order.Create()).Answers.ShouldBeEmpty();
        wms.Receive(_order.Create()).Answers.Single().Message.ShouldBeOfType<WmsOrderAccepted>();

        wms.Ledger().OrdersCreated.ShouldBe(1);
    }

    [Fact]
    public void Should_be_answered_twice_by_a_warehouse_that_does_so()
    {
        var wms = new WmsSimulator(new() { AnswerTwiceShare = 1 });

        var answers = wms.Receive(_order.Create()).Answers;

        answers.Count.ShouldBe(2);
        answers[0].MessageId.ShouldBe(answers[1].MessageId);
    }

    [Fact]
    public void Should_change_nothing_but_counts_in_any_history()
    {
        var steps = Gen.Choose(1, 4).SelectMany(order => Gen.Choose(1, 3).SelectMany(kind => Gen.Choose(1, 6).Select(revision => (order, kind, revision))));

        Prop.ForAll(steps.ListOf().ToArbitrary(), history =>
        {
            var (once, again) = (new WmsSimulator(new() { RejectShare = 0.3 }), new WmsSimulator(new() { RejectShare = 0.3 }));
            foreach (var (index, step) in history.Index())
            {
                Send(once, step);
                Send(again, step);
                Send(again, history[index / 2]);
            }
            return StatesOf(once).SequenceEqual(StatesOf(again));
        }).QuickCheckThrowOnFailure();
    }

    private static IEnumerable<object> StatesOf(WmsSimulator wms) => wms.Ledger().Orders
        .Select(order => (order.OrderNumber, order.Status, order.Content, order.Created.Effects, order.Amended.Effects, order.Cancelled.Effects, order.Doubled))
        .Cast<object>();

    private static WmsReply Send(WmsSimulator wms, (int Order, int Kind, int Revision) step)
    {
        var commands = new Commands(step.Order);
        return step.Kind switch
        {
            1 => wms.Receive(commands.Create(step.Revision, quantity: step.Revision)),
            2 => wms.Receive(commands.Amend(step.Revision + 10, quantity: step.Revision)),
            _ => wms.Receive(commands.Cancel(step.Revision + 20)),
        };
    }
}
