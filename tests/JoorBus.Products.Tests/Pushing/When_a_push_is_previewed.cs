using JoorBus.Products.Pushing;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_a_push_is_previewed
{
    public static IEnumerable<object[]> Kinds => ProductHost.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Should_show_the_requests_and_send_none_of_them(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync(Styles.Dress());
        PreviewedProduct? preview = null;

        var sent = await host.RequestsOfAsync(async () => preview = await host.Get<ProductPreview>().OfAsync("linen", "D-100", CancellationToken.None));

        sent.ShouldAllBe(request => request.Method == "GET");
        preview.ShouldNotBeNull().Obstacle.ShouldBeNull();
        preview.Requests.ShouldNotBeEmpty();
        preview.Requests[0].Verb.ShouldBe("POST");
        preview.Requests[0].Body.ShouldNotBeNull().ShouldContain("Dress");
        (await host.StateAsync("D-100")).State.ShouldBe("");
    }
}
