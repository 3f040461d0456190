using JoorBus.Joor;
using JoorBus.Products.Pushing;
using JoorBus.Products.Tests.Pushing;

namespace JoorBus.Products.Tests.Reconciling;

public sealed class When_joor_has_drifted
{
    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v4")]
    public async Task Should_find_and_heal_it(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress(), Styles.Dress("D-200"));
        await host.TurnAsync();
        var joor = host.Get<JoorClients>().For(host.Connection.Key);
        if (kind == "v4")
            await joor.V4.Products.UpdateAsync([new JoorProduct { Id = host.Style("D-100")!.StyleId, Name = "By hand" }], CancellationToken.None);
        else
            await joor.V2.Styles.UpdateAsync(JoorStyleKey.ByNumber("D-100", "D-100"), new JoorStyle { Name = "By hand" }, CancellationToken.None);
        host.Style("D-100")!.Name.ShouldBe("By hand");

        await host.Get<ProductPushing>().ReconcileAsync("linen", CancellationToken.None);
        await host.TurnAsync();

        host.Style("D-100")!.Name.ShouldBe("Dress");
        (await host.ScalarAsync<int>("select drifted from product_workers")).ShouldBe(1);
    }

    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v4")]
    public async Task Should_write_nothing_where_all_is_as_sent(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress(), Styles.Dress("D-200"));
        await host.TurnAsync();
        host.Clock.Advance(TimeSpan.FromDays(8));

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.ShouldNotBeEmpty();
        requests.ShouldAllBe(request => request.Method == "GET");
        (await host.ScalarAsync<int>("select drifted from product_workers")).ShouldBe(0);
    }
}
