using JoorBus.Products.Pushing;
using JoorBus.Simulators.Joor;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_something_goes_wrong_on_the_way
{
    public static IEnumerable<object[]> Faults =>
        from place in new[] { ("v2 JSON", "/style-number"), ("v2 XML", "/style-number"), ("v4", "/products/bulk_create"), ("v4", "/skus/bulk_create"), ("v4", "/prices/bulk_create") }
        from fault in new[] { JoorFaultKind.DropAfterEffect, JoorFaultKind.DropBeforeEffect, JoorFaultKind.ServerError, JoorFaultKind.CutOffJson, JoorFaultKind.TooManyRequests }
        select new object[] { place.Item1, place.Item2, fault };

    public static IEnumerable<object[]> Places =>
        [["v2 JSON", "/v2/style/"], ["v2 JSON", "bulk-style"], ["v4", "/products/bulk_create"], ["v4", "/skus/bulk_create"], ["v4", "/prices/bulk_create"]];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Should_end_with_one_whole_style(string kind, string place, JoorFaultKind fault)
    {
        await using var host = await ProductHost.StartAsync(kind);
        host.Joor.Faults.Add(new JoorFault { Kind = fault, Matching = place, Count = 3 });
        await host.ChangeAsync(Styles.Dress());

        await host.SettleAsync();

        await ShouldBeWholeAsync(host, "D-100");
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Should_be_taken_over_by_another_host_when_one_dies_in_a_call(string kind, string place)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await using var other = host.Another();
        if (place == "/v2/style/")
        {
            await host.ChangeAsync(Styles.Dress(wholesale: 40m));
            await host.TurnAsync();
        }

        await host.ChangeAsync(place == "bulk-style" ? [Styles.Dress(), Styles.Dress("D-200"), Styles.Dress("D-300")] : [Styles.Dress()]);
        host.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.Slow, Matching = place, Count = 1, Delay = TimeSpan.FromHours(2) });
        await host.SeesAllAsync();
        using var death = new CancellationTokenSource();
        var dying = host.BeginTurn("host-1", death.Token);
        await host.AnswerIsHeldBackAsync();
        await death.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(dying);

        (await other.RequestsOfAsync(() => other.TurnAsync("host-2"))).ShouldBeEmpty();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        await other.SettleAsync();

        await ShouldBeWholeAsync(other, "D-100");
    }

    [Fact]
    public async Task Should_show_what_joor_refused_in_part_and_send_it_when_a_person_asks()
    {
        await using var host = await ProductHost.StartAsync("v4");
        host.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.PartlyRejected, Matching = "/prices/bulk_create", Count = 1 });
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        var (state, reasons, _, _) = await host.StateAsync("D-100");
        state.ShouldBe("Refused");
        reasons.ShouldNotBeEmpty();
        host.Delivered.Styles("product-pushed").ShouldBeEmpty();

        (await host.Get<ProductPushing>().RetryRefusedAsync("linen", null, CancellationToken.None)).ShouldBe(1);
        await host.TurnAsync();

        await ShouldBeWholeAsync(host, "D-100");
    }

    [Theory]
    [InlineData("{Known,Catalog}", "null")]
    [InlineData("{Known,Catalog,Prices}", "[]")]
    public async Task Should_read_what_joor_has_already_and_is_not_known(string place, string forgotten)
    {
        await using var host = await ProductHost.StartAsync("v4");
        await host.ChangeAsync(Styles.Dress());
        await host.TurnAsync();
        await host.ScalarAsync<string>($"with forgotten as (update mt_doc_joorproduct set data = jsonb_set(data, '{place}', '{forgotten}') returning 1) select 'x' from forgotten");
        await host.SetAsync(settings => settings with { CreditShare = 0.6m });

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.Count(request => request.Method != "GET").ShouldBe(1, "JOOR says that it has it");
        await ShouldBeWholeAsync(host, "D-100");
    }

    private static async Task ShouldBeWholeAsync(ProductHost host, string style)
    {
        var (state, reasons, _, error) = await host.StateAsync(style);
        (state, string.Join(' ', reasons), error).ShouldBe(("Settled", "", null));
        host.Joor.Ledger().Accounts.Single().Styles.Count(entry => entry.Identifier == style || entry.ExternalId == style).ShouldBe(1);
        var found = host.Style(style)!;
        found.Skus.Count.ShouldBe(6);
        found.Skus.ShouldAllBe(sku => sku.Prices.Count == 1 && sku.Prices[0].Wholesale == 50m);
        await host.SetAsync(settings => settings with { CreditShare = settings.CreditShare - 0.01m });
        (await host.RequestsOfAsync(() => host.TurnAsync("host-2"))).Count(request => request.Method != "GET").ShouldBe(0);
    }
}
