using System.Text;
using System.Text.Json;
using JoorBus.Orders.Tests.Tracking.Histories;
using JoorBus.Orders.Tracking;
using MassTransit;

namespace JoorBus.Orders.Tests.Tracking;

public sealed class When_an_order_meets_an_event
{
    [Fact]
    public async Task Should_do_what_the_approved_table_says()
    {
        await using var machine = new OrderMachine();
        var table = new StringBuilder();
        foreach (var situation in Situation.All)
        {
            table.Append($"{situation.State}: {situation.Label}\n");
            foreach (var happening in Happening.All)
                table.Append($"  {happening.Label,-26} {await OutcomeAsync(machine, situation, happening)}\n");
        }

        Approved.ShouldBe("order-fulfillment.txt", table.ToString());
    }

    [Fact]
    public async Task Should_have_an_answer_to_every_event_in_every_state()
    {
        await using var machine = new OrderMachine();

        foreach (var state in machine.Machine.States.Where(state => state.Name is not ("Initial" or "Final")))
        {
            machine.Machine.NextEvents(state).Select(met => met.Name).ShouldBe(
                ["Received", "Amended", "CancelledInJoor", "WmsAccepted", "WmsRejected", "WmsCancelled", "WmsShipped"], ignoreOrder: true, state.Name);
        }
    }

    [Fact]
    public async Task Should_know_only_states_that_the_table_shows()
    {
        await using var machine = new OrderMachine();

        machine.Machine.States.Select(state => state.Name).Where(name => name != "Final").ShouldBe(Situation.All.Select(situation => situation.State).Distinct(), ignoreOrder: true);
    }

    private static async Task<string> OutcomeAsync(OrderMachine machine, Situation situation, Happening happening)
    {
        var orderId = OrderIds.Order(OrderSamples.Connection, $"{situation} {happening.Label}");
        if (situation.ToOrder(orderId) is { } before)
            machine.Begin(before);
        try
        {
            var commands = await machine.TrackAsync(orderId, happening.Message(orderId, situation));
            return Describe(situation.ToOrder(orderId), machine.Find(orderId)!, commands);
        }
        catch (OrderNotKnownException)
        {
            return "tried again later";
        }
        catch (UnhandledEventException)
        {
            return "impossible";
        }
    }

    private static string Describe(OrderFulfillment? before, OrderFulfillment after, IReadOnlyList<object> commands)
    {
        var changes = new List<string>();
        if (before?.CurrentState != after.CurrentState)
            changes.Add($"becomes {after.CurrentState}");
        changes.AddRange(commands.Select(command => $"sends {WarehouseModel.Describe(command)}"));
        if (before?.Waiting?.Revision != after.Waiting?.Revision && (after.Waiting is not null || commands.Count == 0))
            changes.Add(after.Waiting is { } waiting ? $"{(waiting.Order is null ? "cancellation" : "change")} {waiting.Revision} waits" : "nothing waits any more");
        if (before?.HeldReason != after.HeldReason)
            changes.Add(after.HeldReason is null ? "no person needed any more" : $"a person must look: {after.HeldReason}");
        if (before is not null && before.AcceptedRevision != after.AcceptedRevision)
            changes.Add(after.AcceptedRevision == 0 ? "the warehouse holds nothing" : $"the warehouse holds {after.AcceptedRevision}");
        return changes.Count > 0 ? string.Join("; ", changes) : IsSame(before, after) ? "ignored" : "noted";
    }

    private static bool IsSame(OrderFulfillment? before, OrderFulfillment after)
    {
        after.UpdatedAt = before?.UpdatedAt ?? default;
        return JsonSerializer.Serialize(before) == JsonSerializer.Serialize(after);
    }
}
