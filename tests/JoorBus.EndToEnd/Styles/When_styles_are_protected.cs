using System.Text.Json;
using JoorBus.EndToEnd.World;
using JoorBus.Hosting;
using JoorBus.Http;
using JoorBus.Messaging;
using JoorBus.Products.Listing;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Styles;

/// <summary>Each protection says its sentence, nothing of it reaches JOOR, and everything else goes on.</summary>
public sealed class When_styles_are_protected
{
    [Fact]
    public async Task Should_leave_out_an_unknown_price_and_bad_images_and_send_the_rest()
    {
        await using var pictures = await Pictures.StartAsync();
        var (brand, host) = await StartAsync(HostRoles.Products | HostRoles.Web);
        await using var _ = brand;
        await ChangeAsync(brand, "NEW-1", prices: [new { label = "Nobody's", currency = "EUR", wholesale = 10 }], images: [new { url = pictures.Enormous }, new { url = pictures.Page }]);
        await ChangeAsync(brand, "NEW-2");

        var refused = await Eventually.ReadsAsync(() => RowAsync(host, "NEW-1"), row => row is { State: ProductStates.Refused, Reasons.Count: >= 3 }, "NEW-1 says what was not sent");

        refused!.Reasons.ShouldContain(reason => reason.Contains("Nobody's", StringComparison.Ordinal));
        refused.Reasons.ShouldContain(reason => reason.Contains(pictures.Enormous, StringComparison.Ordinal));
        refused.Reasons.ShouldContain(reason => reason.Contains(pictures.Page, StringComparison.Ordinal));
        await Eventually.BecomesTrueAsync(() => Style(brand, "NEW-2") is not null, "the other style is in JOOR");
        Style(brand, "NEW-1")!.Images.ShouldBeEmpty();
        Style(brand, "NEW-1")!.Prices.ShouldNotContain(price => price.Label == "Nobody's");
    }

    [Fact]
    public async Task Should_hold_a_removal_until_a_person_has_read_what_it_cancels()
    {
        var (brand, host) = await StartAsync(HostRoles.All);
        await using var _ = brand;
        await ChangeAsync(brand, "NEW-1");
        await Eventually.BecomesTrueAsync(() => Style(brand, "NEW-1") is not null, "the style is in JOOR");
        var order = brand.Joor.Orders.Generate();
        var ordered = brand.Joor.Orders.AddOrder(order with { Lines = [.. order.Lines.Select(line => line with { StyleNumber = "NEW-1", StyleIdentifier = "NEW-1" })] });
        await host.ShowOnceAsync(ordered, "AwaitingAcceptance");

        await PublishAsync(brand, "product-removed", new { styleNumber = "NEW-1", sequence = 2, reason = "discontinued" });

        var held = await Eventually.ReadsAsync(() => RowAsync(host, "NEW-1"), row => row is { State: ProductStates.Held }, "the removal is held");
        held!.Held.ShouldHaveSingleItem().ShouldContain("1 open order");
        await ChangeAsync(brand, "NEW-2");
        await Eventually.BecomesTrueAsync(() => Style(brand, "NEW-2") is not null, "the other style is in JOOR");
        Style(brand, "NEW-1")!.IsDeleted.ShouldBeFalse();
        (await host.AskAsync("products", "release", Brand.Connection, "NEW-1")).Code.ShouldBe(0);
        await Eventually.BecomesTrueAsync(() => Style(brand, "NEW-1") is null or { IsDeleted: true }, "the style is gone");
    }

    private static async Task<(Brand Brand, RunningHost Host)> StartAsync(HostRoles roles)
    {
        var brand = await Brand.OpenAsync(BusTransport.RabbitMq);
        var host = await brand.StartHostAsync(roles);
        var set = await host.AskAsync("products", "settings", Brand.Connection, "--on");
        set.Code.ShouldBe(0, set.Error);
        return (brand, host);
    }

    private static Task ChangeAsync(Brand brand, string style, object[]? prices = null, object[]? images = null) => PublishAsync(brand, "product-changed", new
    {
        sequence = 1,
        product = new { styleNumber = style, name = $"Coat {style}", colors = new[] { new { code = "001", name = "Black" } }, sizes = new[] { new { name = "M" } }, prices = prices ?? [], images = images ?? [] },
    });

    private static Task PublishAsync(Brand brand, string exchange, object message) =>
        Bus.PublishAsync(brand.Broker, $"joorbus.products.{exchange}", "", JsonSerializer.SerializeToUtf8Bytes(message, JsonSerializerOptions.Web));

    private static JoorStyleEntry? Style(Brand brand, string number) => brand.Joor.Ledger().Accounts[0].Styles.LastOrDefault(style => style.Number == number);

    private static async Task<ProductRow?> RowAsync(RunningHost host, string style)
    {
        var listed = await host.AskAsync("products", "list", "--json", "--search", style);
        listed.Code.ShouldBe(0, listed.Error);
        return JsonSerializer.Deserialize(listed.Output, ApiJson.Default.ProductPage)!.Rows.SingleOrDefault(row => row.Style == style);
    }
}
