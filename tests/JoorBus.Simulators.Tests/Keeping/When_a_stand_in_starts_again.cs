using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Keeping;

public sealed class When_a_stand_in_starts_again : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("joorbus-memory-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Should_know_the_orders_of_before()
    {
        var options = new JoorSimulatorOptions { MemoryFile = Path.Combine(_folder, "joor.json") };
        JoorAccountLedger before;
        await using (var joor = await JoorSimulator.StartAsync(options))
        {
            var ids = joor.Orders.AddApproved(3);
            joor.Orders.Amend(ids[0]);
            joor.Orders.Cancel(ids[1]);
            before = joor.Ledger().Accounts[0];
        }

        await using var again = await JoorSimulator.StartAsync(options);
        var after = again.Ledger().Accounts[0];
        after.Orders.OrderBy(order => order.OrderId).Select(order => (order.OrderId, order.Status, order.Revisions, order.ModifiedAt, order.Content))
            .ShouldBe(before.Orders.Select(order => (order.OrderId, order.Status, order.Revisions, order.ModifiedAt, order.Content)));
        after.Orders.SelectMany(order => order.History).Count().ShouldBe(5);
    }

    [Fact]
    public async Task Should_never_give_an_id_twice()
    {
        var options = new JoorSimulatorOptions { MemoryFile = Path.Combine(_folder, "joor.json") };
        IReadOnlyList<string> before;
        await using (var joor = await JoorSimulator.StartAsync(options))
            before = joor.Orders.AddApproved(3);

        await using var again = await JoorSimulator.StartAsync(options);
        again.Orders.AddApproved(3).ShouldNotContain(id => before.Contains(id));
    }

    [Fact]
    public async Task Should_still_answer_a_repeated_command_as_before()
    {
        var file = Path.Combine(_folder, "wms.json");
        var command = new Wms.Commands().Create();
        var first = new WmsSimulator();
        WmsReply answered;
        await using (first.Keep(file))
            answered = first.Receive(command);

        var second = new WmsSimulator();
        await using var kept = second.Keep(file);
        var repeated = second.Receive(command);

        repeated.Answers[0].MessageId.ShouldBe(answered.Answers[0].MessageId);
        repeated.Answers[0].Message.ShouldBeOfType<WmsOrderAccepted>().WmsOrderId.ShouldBe(((WmsOrderAccepted)answered.Answers[0].Message).WmsOrderId);
        second.Ledger().Orders[0].Repeated.ShouldBe(1);
        second.Ledger().DoubledEffects.ShouldBe(0);
    }
}
