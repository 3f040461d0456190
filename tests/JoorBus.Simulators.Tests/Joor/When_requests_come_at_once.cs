using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_requests_come_at_once
{
    [Fact]
    public async Task Should_mark_each_order_for_one_of_them_and_spend_exactly_the_credits()
    {
        await using var joor = await Joor.Start(new() { CreditsPerWindow = 20, PageSize = 10 });
        var added = Task.Run(() => joor.Orders.AddApproved(200));

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => joor.Send("/order?sync=1")));
        var ids = await added;

        answers.Count(answer => answer.IsSuccessStatusCode).ShouldBe(20);
        var ledger = joor.Simulator.Ledger();
        ledger.Overspent.ShouldBe(12);
        ledger.Requests.Select(request => request.Number).ShouldBe(Enumerable.Range(1, 32).Select(number => (long)number));
        var orders = ledger.Accounts.Single().Orders;
        orders.Select(order => order.OrderId).ShouldBe(ids);
        orders.Select(order => order.ModifiedAt).ShouldBeUnique();
        orders.Count(order => order.Export == JoorExportState.Exported).ShouldBe(ledger.Requests.Sum(request => request.OrdersMarked));
        orders.ShouldAllBe(order => order.History.Count(change => change.Request != null) <= 1);
    }
}
