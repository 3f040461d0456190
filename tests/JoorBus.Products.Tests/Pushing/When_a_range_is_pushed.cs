using JoorBus.Contracts.Products;
using Xunit.Abstractions;

namespace JoorBus.Products.Tests.Pushing;

/// <summary>What a hundred new styles cost, in two colours and three sizes, with two prices, a linesheet and a picture each.</summary>
public sealed class When_a_range_is_pushed(ITestOutputHelper output)
{
    private const int Count = 100;

    [Theory]
    [InlineData("v4", 71)]
    [InlineData("v2 JSON", (Count * 5) + 30)]
    public async Task Should_cost_no_more_credits_than_it_must(string kind, int most)
    {
        await using var images = await ImageServer.StartAsync();
        await using var host = await ProductHost.StartAsync(kind);
        await host.ChangeAsync([.. Enumerable.Range(0, Count).Select(number => New(number, images.Other))]);

        var requests = await host.RequestsOfAsync(() => host.SettleAsync());

        foreach (var group in requests.GroupBy(request => $"{request.Method} {request.PathAndQuery.Split('?', '/')[2]}"))
            output.WriteLine($"{group.Count()} × {group.Key}: {group.Sum(request => request.Credits)}");
        output.WriteLine($"{requests.Sum(request => request.Credits)} credits");
        (await host.ScalarAsync<int>("select count(*) from joor_products where state = 'Settled'")).ShouldBe(Count);
        requests.Sum(request => request.Credits).ShouldBeLessThanOrEqualTo(most);
    }

    [Fact]
    public async Task Should_not_read_again_what_it_has_read()
    {
        await using var host = await ProductHost.StartAsync("v4");
        await host.ChangeAsync([.. Enumerable.Range(0, 3).Select(number => Styles.Dress($"D-{number}"))]);
        await host.TurnAsync();
        await host.ChangeAsync([.. Enumerable.Range(0, 3).Select(number => Styles.Dress($"D-{number}", wholesale: 60m))]);

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        requests.Select(request => request.PathAndQuery).ShouldBe(["/v4/prices/bulk_update?account=1001"]);
    }

    private static Product New(int number, Uri image) => Styles.Dress($"D-{number}") with
    {
        Prices =
        [
            new ProductPrice { Label = "USD wholesale", Currency = "USD", Wholesale = 50m, Retail = 100m },
            new ProductPrice { Label = "EUR wholesale", Currency = "EUR", Wholesale = 45m, Retail = 90m },
        ],
        Deliveries = [new ProductDelivery { Code = "F27-1", Name = "Fall 1", SeasonCode = "F27", SeasonName = "FALL 2027", SeasonYear = 2027 }],
        Images = [new ProductImage { Url = image }],
    };
}
