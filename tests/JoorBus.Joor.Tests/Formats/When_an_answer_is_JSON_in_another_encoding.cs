using System.Text;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_an_answer_is_JSON_in_another_encoding
{
    [Theory]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-8", true)]
    public void Should_read_it(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("""{"orders":[{"order_id":1,"customer_name":"Café"}]}""")];

        Bodies.Page(bytes).Orders.Single().ShouldBeOfType<JoorOrderReading.Readable>().Order.Customer!.Name.ShouldBe("Café");
    }

    [Fact]
    public void Should_keep_the_neighbours_of_bytes_that_are_no_text()
    {
        byte[] bytes = [.. "{\"orders\":[{\"order_id\":1},{\"order_id\":2,\"customer_name\":\"Caf"u8, 0xE9, .. "\"}]}"u8];

        var page = Bodies.Page(bytes);

        page.Orders[0].ShouldBeOfType<JoorOrderReading.Readable>();
        page.Orders[1].ShouldBeOfType<JoorOrderReading.Unreadable>();
    }
}
