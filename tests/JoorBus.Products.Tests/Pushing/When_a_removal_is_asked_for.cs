using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using JoorBus.Products.Pushing;
using JoorBus.Products.Removing;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_a_removal_is_asked_for
{
    public static IEnumerable<object[]> Kinds => ProductHost.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_hold_it_and_say_what_it_would_cancel(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await OrderAsync(host, "001", 7);
        await OrderAsync(host, "100", 5);
        await host.RemoveAsync("D-100", color: "001");

        (await host.RequestsOfAsync(() => host.TurnAsync())).ShouldAllBe(request => request.Method != "DELETE");

        var (state, _, held, _) = await host.StateAsync("D-100");
        state.ShouldBe("Held");
        held.ShouldHaveSingleItem().ShouldContain("7");
        host.Style("D-100")!.Skus.Count(sku => sku.IsActive).ShouldBe(6);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_price_changes_while_it_is_held(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        // The next wish no longer names the size, so that its removal stands.
        await host.RemoveAsync("D-100", size: "L");
        await host.TurnAsync();
        var dearer = Styles.Dress(wholesale: 60m);
        await host.ChangeAsync(dearer with { Sizes = [.. dearer.Sizes.Where(size => size.Name != "L")] });

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.Count(request => request.Method != "GET").ShouldBe(1);
        (await host.StateAsync("D-100")).State.ShouldBe("Held");
        host.Style("D-100")!.Skus.Count(sku => sku.IsActive && sku.Prices.Single().Wholesale == 60m).ShouldBe(6);
        await host.Get<ProductPushing>().ReleaseAsync("linen", "D-100", "Ada", CancellationToken.None);
        await host.TurnAsync();
        host.Style("D-100")!.Skus.Count(sku => sku.IsActive).ShouldBe(4);
        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_cause_no_request_while_it_is_held(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.RemoveAsync("D-100", color: "001");

        (await host.RequestsOfAsync(() => host.TurnAsync())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_it_once_a_person_has_released_it(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.RemoveAsync("D-100", color: "001");
        await host.TurnAsync();

        (await host.Get<ProductPushing>().ReleaseAsync("linen", "D-100", "Ada", CancellationToken.None)).ShouldBe(1);
        await host.TurnAsync();

        host.Style("D-100")!.Skus.Count(sku => sku.IsActive).ShouldBe(3);
        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
        await host.SetAsync(settings => settings with { CreditShare = 0.8m });
        (await host.RequestsOfAsync(() => host.TurnAsync())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_it_unasked_where_settings_say_so(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind, settings => settings with { RemovesUnasked = true });
        await host.ChangeAsync(Styles.Dress(), Styles.Dress("D-200"));
        await host.TurnAsync();
        await host.RemoveAsync("D-100");
        await host.RemoveAsync("D-200", size: "M");

        await host.TurnAsync();

        var gone = host.Style("D-100");
        (gone is null || gone.IsDeleted || gone.Skus.All(sku => !sku.IsActive)).ShouldBeTrue();
        host.Style("D-200")!.Skus.Count(sku => sku.IsActive).ShouldBe(4);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_be_lifted_by_a_newer_style_that_names_it_again(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.RemoveAsync("D-100", color: "001");
        await host.TurnAsync();

        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();

        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
        host.Style("D-100")!.Skus.Count(sku => sku.IsActive).ShouldBe(6);
    }

    private static Task OrderAsync(ProductHost host, string color, int units)
    {
        var order = new JoorOrder
        {
            JoorOrderId = color,
            Status = JoorOrderStatus.Approved,
            Customer = new JoorCustomer(),
            Lines = [new JoorOrderLine { LineNumber = 1, StyleNumber = "D-100", StyleIdentifier = "D-100", Color = new Coded { Code = color }, Size = new Coded { Name = "M" }, Quantity = units }],
        };
        return host.WriteAsync(unit => unit.Write(CountedOrder.Store, CountedOrder.Of(new Guid($"00000000-0000-0000-0000-000000000{color}"), "linen", 1, order)));
    }
}
