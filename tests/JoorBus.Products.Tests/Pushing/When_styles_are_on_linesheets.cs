using JoorBus.Contracts.Products;
using JoorBus.Joor;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_styles_are_on_linesheets
{
    private static readonly ProductDelivery Spring = new()
    {
        Code = "SPR-1", Name = "Spring one", SeasonCode = "S28", SeasonName = "SPRING 2028", SeasonYear = 2028, ShipStart = new DateOnly(2028, 1, 15), ShipEnd = new DateOnly(2028, 2, 15),
    };

    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v2 XML")]
    public async Task Should_send_them_with_the_style(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress() with { Deliveries = [Spring] });

        await host.TurnAsync();

        (await host.StateAsync("D-100")).State.ShouldBe("Settled");
        var read = await host.Get<JoorClients>().For("linen").V2.Styles.GetAsync(JoorStyleKey.ByNumber("D-100", "D-100"), CancellationToken.None);
        var delivery = read.ShouldBeOfType<JoorAnswer<JoorStyle>.Accepted>().Value.Deliveries.ShouldHaveSingleItem();
        (delivery.Code, delivery.ShipStart).ShouldBe(("SPR-1", new DateOnly(2028, 1, 15)));
    }

    [Fact]
    public async Task Should_make_season_and_collection_once_for_all_and_keep_what_is_there()
    {
        await using var host = await ProductHost.StartAsync("v4");
        await host.ChangeAsync(Styles.Dress("D-100") with { Deliveries = [Spring] });
        await host.TurnAsync();
        await host.ChangeAsync(Styles.Dress("D-200") with { Deliveries = [Spring] }, Styles.Dress("D-300") with { Deliveries = [Spring] });

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.Count(request => request.PathAndQuery.Contains("/collections/bulk_", StringComparison.Ordinal)).ShouldBe(1);
        requests.ShouldNotContain(request => request.PathAndQuery.Contains("/seasons/bulk_", StringComparison.Ordinal));
        var read = await host.Get<JoorClients>().For("linen").V4.Collections.ReadPageAsync(new JoorPaging(), CancellationToken.None);
        var collection = read.ShouldBeOfType<JoorAnswer<JoorPage<JoorCollection>>.Accepted>().Value.Readable().Single(found => found.ExternalId == "SPR-1");
        collection.Items!.Select(item => item.ProductId).ShouldBe(
            [host.Style("D-100")!.StyleId, host.Style("D-200")!.StyleId, host.Style("D-300")!.StyleId], ignoreOrder: true);
        collection.Season!.ExternalId.ShouldBe("S28");
        (await host.ScalarAsync<int>("select count(*) from joor_products where state = 'Settled'")).ShouldBe(3);
    }
}
