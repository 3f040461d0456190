using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_elements_are_sent_in_bulk
{
    private static readonly JoorProduct[] Three = [new() { Name = "Tee", ExternalId = "T" }, new() { Name = "Cap", ExternalId = "C" }, new() { Name = "Sock", ExternalId = "S" }];

    [Fact]
    public async Task Should_tell_the_fate_of_each()
    {
        var bulk = await BulkAsync(Three, """
            {"data":[{"id":"9","name":"Sock","external_id":"S"}],
             "errors":[{"status":"DUPLICATED","message":"Product exists","details":{"name":"Tee","externalId":"T"}}]}
            """);

        Fates(bulk).ShouldBe(["refused DUPLICATED: Product exists", "unconfirmed", "accepted 9"]);
        bulk.IsComplete.ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{"data":[{"id":"1"},{"id":"2"},{"id":"3"}],"errors":[]}""", "accepted 1", "accepted 2", "accepted 3")]
    [InlineData("""{"data":["1","2",3]}""", "accepted 1", "accepted 2", "accepted 3")]
    [InlineData("""[{"id":"1","external_id":"S"},{"id":"2","external_id":"T"},{"id":"3"}]""", "accepted 2", "accepted 3", "accepted 1")]
    [InlineData("""{"data":[{"id":"1"},{"id":"2"}],"errors":[{"message":"no"}]}""", "unconfirmed", "unconfirmed", "unconfirmed")]
    [InlineData("""{"data":[{"id":"1"},{"id":"2"}],"errors":[{"message":"no","details":{"product":{"external_id":"C"}}}]}""", "accepted 1", "refused : no", "accepted 2")]
    [InlineData("""{"data":[{"id":"1","external_id":"X"},{"id":"2"},{"id":"3"}]}""", "unconfirmed", "accepted 2", "accepted 3")]
    [InlineData("""{"data":[],"errors":[{"message":"a"},{"message":"b"},{"message":"c","details":{}}]}""", "refused : a", "refused : b", "refused : c")]
    [InlineData("""{"data":[{"id":"1","name":"Tee"},{"id":"2","name":"Tee"}],"errors":[]}""", "accepted 1", "unconfirmed", "unconfirmed")]
    [InlineData("""{"data":{"id":"1","name":"Cap"}}""", "unconfirmed", "accepted 1", "unconfirmed")]
    [InlineData("""{"data":[null,{"id":"1"},null]}""", "unconfirmed", "unconfirmed", "unconfirmed")]
    public async Task Should_place_what_JOOR_returned_only_where_it_is_sure(string answer, params string[] fates) => Fates(await BulkAsync(Three, answer)).ShouldBe(fates);

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(422)]
    public async Task Should_read_errors_alike_whatever_the_status(int status)
    {
        var bulk = await BulkAsync(
            [Three[0]], """{"data":[],"errors":[{"status":"VALIDATION_ERROR","message":"Invalid Year","details":{"field":"year","externalId":"T"}}]}""", status);

        var refused = bulk.Items.Single().ShouldBeOfType<JoorBulkItem<JoorProduct, JoorProduct>.Refused>();
        (refused.Status, refused.Message, refused.Field).ShouldBe(("VALIDATION_ERROR", "Invalid Year", "year"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    public async Task Should_refuse_the_call_where_no_error_is_about_an_element(int status)
    {
        var answer = await SendAsync(Three, """{"data":[],"errors":[{"status":"VALIDATION_ERROR","message":"account is missing","details":{"account":"?"}}]}""", status);

        var refused = answer.ShouldBeOfType<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>.Refused>();
        (refused.Reason, refused.Field).ShouldBe(("VALIDATION_ERROR: account is missing", "account"));
    }

    [Fact]
    public async Task Should_say_that_there_is_nothing_at_the_address() =>
        (await SendAsync(Three, """{"data":[],"errors":[{"status":"NOT_FOUND","message":"Account `1` not found","details":{}}]}""", 404))
            .ShouldBeOfType<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>.NotFound>().Words.ShouldContain("Account `1` not found");

    [Fact]
    public async Task Should_send_nothing_that_JOOR_surely_refuses()
    {
        await using var joor = await AnsweringServer.StartAsync();
        await using var gateway = joor.Gateway();
        var v4 = gateway.Client.V4;

        Field(await v4.Products.CreateAsync([Three[0], new()], default)).ShouldBe("name");
        Field(await v4.Products.UpdateAsync([new() { Name = "Tee" }], default)).ShouldBe("id");
        Field(await v4.Skus.CreateAsync([new() { ProductId = "1", TraitValues = [new() { TraitName = "Color", Value = "Red" }] }], default)).ShouldBe("trait_values");
        Field(await v4.Orders.AddLineItemsAsync([new() { OrderId = "1", SkuId = "2", Quantity = 1, ItemPrice = 1, DiscountAmount = 1 }], default)).ShouldBe("item_price");
        Field(await v4.Orders.AddLineItemsAsync([new() { OrderId = "1", SkuId = "2", Quantity = 1, DiscountPercentage = 101 }], default)).ShouldBe("discount_percentage");
        joor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_tell_two_prices_of_one_SKU_apart()
    {
        await using var joor = await AnsweringServer.StartAsync("""
            {"data":[{"id":"7","sku_id":"A","price_type":{"id":"23","name":"Euro"},"wholesale_value":"9.00"}],
             "errors":[{"status":"DUPLICATED","message":"exists","details":{"sku_id":"A"}}]}
            """);
        await using var gateway = joor.Gateway();
        JoorPrice[] prices = [new() { SkuId = "A", PriceType = new() { Id = "22" }, Wholesale = 10 }, new() { SkuId = "A", PriceType = new() { Id = "23" }, Wholesale = 9 }];

        var answer = (await gateway.Client.V4.Prices.CreateAsync(prices, default)).ShouldBeOfType<JoorAnswer<JoorBulk<JoorPrice, JoorPrice>>.Accepted>().Value;

        answer.Items[0].ShouldBeOfType<JoorBulkItem<JoorPrice, JoorPrice>.Refused>().Field.ShouldBe("sku_id");
        answer.Items[1].ShouldBeOfType<JoorBulkItem<JoorPrice, JoorPrice>.Accepted>().Value.Id.ShouldBe("7");
    }

    private static string? Field<T>(JoorAnswer<T> answer)
    {
        var refused = answer.ShouldBeOfType<JoorAnswer<T>.Refused>();
        refused.IsSent.ShouldBeFalse();
        return refused.Field;
    }

    private static async Task<JoorBulk<JoorProduct, JoorProduct>> BulkAsync(JoorProduct[] products, string answer, int status = 200) =>
        (await SendAsync(products, answer, status)).ShouldBeOfType<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>.Accepted>().Value;

    private static async Task<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>> SendAsync(JoorProduct[] products, string answer, int status = 200)
    {
        await using var joor = await AnsweringServer.StartAsync(answer, status);
        await using var gateway = joor.Gateway();
        return await gateway.Client.V4.Products.CreateAsync(products, default);
    }

    private static string[] Fates(JoorBulk<JoorProduct, JoorProduct> bulk) => [.. bulk.Items.Select(item => item switch
    {
        JoorBulkItem<JoorProduct, JoorProduct>.Accepted accepted => $"accepted {accepted.Value.Id}",
        JoorBulkItem<JoorProduct, JoorProduct>.Refused refused => $"refused {refused.Status}: {refused.Message}",
        _ => "unconfirmed",
    })];
}
