using JoorBus.Contracts.Products;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_images_are_pushed
{
    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v4")]
    public async Task Should_send_those_that_joor_takes_and_say_why_others_stay(string kind)
    {
        await using var images = await ImageServer.StartAsync();
        await using var host = await ProductHost.StartAsync(kind);
        Uri[] bad = [images.Enormous, images.Text, images.Missing, images.OnlyGet];
        await host.ChangeAsync(Styles.Dress() with
        {
            Images = [new ProductImage { Url = images.Small }, new ProductImage { Url = images.Other, ColorCode = "001" }, .. bad.Select(url => new ProductImage { Url = url })],
        });

        await host.TurnAsync();

        host.Style("D-100")!.Images.Select(image => image.Url).ShouldBe([$"{images.Small}", $"{images.Other}"], ignoreOrder: true);
        var (state, reasons, _, _) = await host.StateAsync("D-100");
        (state, reasons.Length).ShouldBe(("Refused", 4));
        foreach (var url in bad)
            reasons.ShouldContain(reason => reason.Contains(url.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v4")]
    public async Task Should_send_a_picture_again_only_when_its_version_changes(string kind)
    {
        await using var images = await ImageServer.StartAsync();
        await using var host = await ProductHost.StartAsync(kind);
        var dress = Styles.Dress() with { Images = [new ProductImage { Url = images.Other, ColorCode = "001", Version = "1" }] };
        await host.ChangeAsync(dress);
        await host.TurnAsync();
        await host.ChangeAsync(dress with { Name = "Long dress" });
        (await host.RequestsOfAsync(() => host.TurnAsync())).Count(request => request.Method != "GET").ShouldBe(1);

        await host.ChangeAsync(dress with { Name = "Long dress", Images = [dress.Images[0] with { Version = "2" }] });

        (await host.RequestsOfAsync(() => host.TurnAsync())).Count(request => request.Method != "GET").ShouldBe(1);
    }
}
