using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Listing;
using JoorBus.Products.Planning;
using JoorBus.Products.Pushing;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_styles_are_pushed
{
    public static IEnumerable<object[]> Kinds => ProductHost.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_make_a_new_style_in_joor(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());

        await host.TurnAsync();

        var (state, reasons, held, error) = await host.StateAsync("D-100");
        (state, reasons.Length, held.Length, error).ShouldBe(("Settled", 0, 0, null));
        var style = host.Style("D-100").ShouldNotBeNull();
        (style.Name, style.Skus.Count).ShouldBe(("Dress", 6));
        style.Skus.ShouldAllBe(sku => sku.Prices.Single().Wholesale == 50m && sku.Prices.Single().Label == "USD wholesale");
        host.Delivered.Styles("product-pushed").ShouldBe(["D-100"]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_nothing_the_second_time(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.ChangeAsync(Styles.Dress());
        (await host.RequestsOfAsync(() => host.TurnAsync())).ShouldBeEmpty();

        await host.SetAsync(settings => settings with { CreditShare = 0.6m });

        (await host.RequestsOfAsync(() => host.TurnAsync())).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_what_changed_and_no_more(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.ChangeAsync(Styles.Dress(wholesale: 60m));

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.Count(request => request.Method != "GET").ShouldBe(1);
        host.Style("D-100")!.Skus.ShouldAllBe(sku => sku.Prices.Single().Wholesale == 60m);
        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_send_many_styles_together(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync([.. Enumerable.Range(100, 20).Select(number => Styles.Dress($"D-{number}"))]);

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        host.Joor.Ledger().Accounts.Single().Styles.Count(style => style.Skus.Count == 6).ShouldBe(20);
        requests.Count(request => request.Method != "GET").ShouldBe(kind == "v4" ? 3 : 1);
        host.Delivered.Styles("product-pushed").Count.ShouldBe(20);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_adopt_a_style_that_joor_has_already(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.ScalarAsync<string>("with gone as (delete from mt_doc_joorproduct returning 1) select 'x' from gone limit 1");
        await host.SetAsync(settings => settings with { CreditShare = 0.7m });

        await host.TurnAsync();

        host.Joor.Ledger().Accounts.Single().Styles.Count.ShouldBe(1);
        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_leave_out_a_price_whose_label_joor_does_not_have(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        var dress = Styles.Dress();
        await host.ChangeAsync(dress with { Prices = [.. dress.Prices, new ProductPrice { Label = "Friends", Currency = "EUR", Wholesale = 40m }] }, Styles.Dress("D-200"));

        await host.TurnAsync();

        var (state, reasons, _, _) = await host.StateAsync("D-100");
        state.ShouldBe("Refused");
        reasons.ShouldHaveSingleItem().ShouldContain("Friends");
        host.Style("D-100")!.Skus.ShouldAllBe(sku => sku.Prices.Single().Label == "USD wholesale");
        (await host.StateAsync("D-200")).State.ShouldBe("Settled");
        host.Delivered.Reasons().ShouldBe(reasons);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_show_a_style_as_skipped_that_is_not_to_go_and_send_it_once_it_may(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress() with { SkipPush = true }, Styles.Dress("D-200") with { SkipJoor = true });

        (await host.RequestsOfAsync(() => host.TurnAsync())).Count(request => request.Method != "GET").ShouldBe(0);

        (await host.StateAsync("D-100")).State.ShouldBe("Skipped");
        (await host.StateAsync("D-200")).State.ShouldBe("Skipped");
        (await host.Get<ProductListing>().ListAsync(new ProductQuery { State = "skipped" }, CancellationToken.None)).Rows.Select(row => row.State).ShouldBe(["skipped", "skipped"]);
        (await host.Get<ProductSummary>().OfAsync("Linen", CancellationToken.None)).Single().Skipped.ShouldBe(2);
        host.Delivered.Styles("product-pushed").ShouldBeEmpty();
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
    }

    [Fact]
    public async Task Should_send_a_price_type_again_once_joor_may_have_it()
    {
        await using var host = await ProductHost.StartAsync("v2 JSON");
        var cache = host.Get<FactsCache>();
        var friends = new PriceTypeName("EUR", "Friends");
        cache.Put("linen", AccountFacts.Unknown);
        cache.Refuse("linen", [friends]).RefusedPriceTypes.ShouldBe([friends]);

        cache.Put("linen", AccountFacts.Unknown).RefusedPriceTypes.ShouldBe([friends]);
        cache.Learn("linen", [new JoorStyle { Prices = [new JoorStylePrice { Label = "Friends", Currency = "EUR" }] }]);
        cache.Find("linen")!.RefusedPriceTypes.ShouldBeEmpty();

        cache.Refuse("linen", [friends]);
        host.Clock.Advance(TimeSpan.FromHours(1));
        cache.Put("linen", AccountFacts.Unknown).RefusedPriceTypes.ShouldBeEmpty();
    }
}
