using JoorBus.Connections.Managing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Connections.Tests.Managing;

public sealed class When_a_connection_is_removed
{
    [Fact]
    public async Task Should_be_gone_with_its_secrets()
    {
        await using var brands = await StartAsync(orders: 0);

        (await brands.RemoveAsync("acme")).ShouldBeOfType<ConnectionOutcome.Done>();

        brands.Catalog.All.ShouldBeEmpty();
        (await brands.DumpAsync()).ShouldNotContain("v1.old.");
        (await brands.RemoveAsync("acme")).ShouldBeOfType<ConnectionOutcome.NotFound>();
    }

    [Fact]
    public async Task Should_stay_while_orders_hang_on_it()
    {
        await using var brands = await StartAsync(orders: 120);

        var refused = (await brands.RemoveAsync("acme")).ShouldBeOfType<ConnectionOutcome.Refused>();

        refused.Sentence.ShouldContain("'acme' has 120 orders (3 open)");
        refused.Sentence.ShouldContain("joorbus connections remove 'acme' --even-with orders");
        brands.Catalog.Find("acme").ShouldNotBeNull();
    }

    [Fact]
    public async Task Should_go_even_with_orders_when_that_is_said()
    {
        await using var brands = await StartAsync(orders: 120);

        (await brands.RemoveAsync("acme", "orders")).ShouldBeOfType<ConnectionOutcome.Done>();
    }

    [Fact]
    public async Task Should_stay_while_others_borrow_from_it()
    {
        await using var brands = await StartAsync(orders: 0);
        await brands.AddedAsync(new { name = "beta", token = "t", borrowConcurrencyFrom = "acme" });

        (await brands.RemoveAsync("acme", "orders")).ShouldBeOfType<ConnectionOutcome.Refused>().Sentence.ShouldStartWith("'beta' borrows concurrency from 'acme'");

        await brands.SetAsync("beta", """{"borrowConcurrencyFrom": null}""");
        (await brands.RemoveAsync("acme")).ShouldBeOfType<ConnectionOutcome.Done>();
    }

    private static async Task<Brands> StartAsync(int orders)
    {
        var brands = await Brands.StartAsync(more: services => services.AddSingleton<IConnectionUse>(new PlayedOrders(orders)));
        await brands.AddedAsync(new { name = "acme", token = "t" });
        return brands;
    }

    private sealed class PlayedOrders(int orders) : IConnectionUse
    {
        public Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken) => Task.FromResult(new ConnectionUse("orders", key == "acme" ? orders : 0, orders == 0 ? 0 : 3));
    }
}
