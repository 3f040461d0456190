using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_page_is_read
{
    [Theory]
    [InlineData("""{"orders":[{"order_id":1}]}""")]
    [InlineData("""{"orders":{"response":{"code":0},"order":[{"order_id":1}]}}""")]
    [InlineData("""{"orders":{"response":{"code":"0"},"order":{"order_id":1}}}""")]
    [InlineData("""{"orders":{"response":{"code":0},"orders":[{"order_id":1}]}}""")]
    [InlineData("""{"order":[{"order_id":1}]}""")]
    [InlineData("""{"order":{"order_id":"1"}}""")]
    [InlineData("""{"orders":{"order_id":1}}""")]
    [InlineData("""{"orders":[{"order":{"order_id":1}}]}""")]
    [InlineData("""{"response":{"code":0,"log_id":"x"},"orders":[{"order_id":1}]}""")]
    [InlineData("""{"order_id":1}""")]
    [InlineData("""[{"order_id":1}]""")]
    [InlineData("\uFEFF{\"orders\":[{\"order_id\":1}]}")]
    public void Should_find_the_order_in_every_envelope(string body) =>
        Pages.Page(body).Orders.Single().ShouldBeOfType<JoorOrderReading.Readable>().Order.JoorOrderId.ShouldBe("1");

    [Theory]
    [InlineData("""{"orders":""}""")]
    [InlineData("""{"orders":[]}""")]
    [InlineData("""{"orders":{}}""")]
    [InlineData("""{"orders":null}""")]
    [InlineData("""{"order":""}""")]
    [InlineData("""{"orders":{"response":{"code":0},"order":""}}""")]
    [InlineData("""{"orders":{"response":{"code":0}}}""")]
    [InlineData("""{"response":{"code":0}}""")]
    public void Should_take_every_spelling_of_none(string body) => Pages.Page(body).Orders.ShouldBeEmpty();

    [Theory]
    [InlineData("""{"response":{"code":0,"next_start":2,"total":"5"},"orders":[{"order_id":1},{"order_id":2}]}""", 0, 2)]
    [InlineData("""{"response":{"code":0,"next_start":"4"},"orders":[{"order_id":1},{"order_id":2}]}""", 2, 4)]
    [InlineData("""{"response":{"code":0,"next_start":""},"orders":[{"order_id":1},{"order_id":2}]}""", 0, null)]
    [InlineData("""{"response":{"code":0,"next_start":0},"orders":[{"order_id":1},{"order_id":2}]}""", 2, null)]
    [InlineData("""{"response":{"code":0,"next_start":2},"orders":[{"order_id":1},{"order_id":2}]}""", 2, null)]
    [InlineData("""{"response":{"code":0,"next_start":4},"orders":""}""", 2, null)]
    [InlineData("""{"response":{"code":0,"next_start":4,"total":9},"orders":""}""", 2, 4)]
    [InlineData("""{"orders":[{"order_id":1},{"order_id":2}]}""", 2, 4)]
    [InlineData("""{"orders":[{"order_id":1}]}""", 2, null)]
    public void Should_know_where_to_read_on_and_when_to_stop(string body, int startFrom, int? next) =>
        Pages.Page(body, startFrom).NextStart.ShouldBe(next);

    [Fact]
    public void Should_keep_the_neighbours_of_a_bad_order()
    {
        var page = Pages.Page("""{"orders":[{"order_id":1},{"order_id":2,"line_items":[{"item_quantity":"many"}]},7,"",{"order_id":3}]}""");

        page.Orders.OfType<JoorOrderReading.Readable>().Select(reading => reading.Order.JoorOrderId).ShouldBe(["1", "3"]);
        page.Orders.OfType<JoorOrderReading.Unreadable>().Select(reading => reading.Reason).ShouldBe([
            "item_quantity is \"many\", not a number (line_items 1 of order 2).",
            "order at position 3 of the page is 7, not an object.",
            "order at position 4 of the page is \"\", not an object.",
        ]);
    }
}
