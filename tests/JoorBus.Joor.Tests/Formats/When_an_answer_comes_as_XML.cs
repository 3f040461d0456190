using System.Text;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_an_answer_comes_as_XML
{
    [Theory]
    [InlineData("{\"orders\":[@]}")]
    [InlineData("{\"orders\":[@,@]}")]
    [InlineData("{\"orders\":[@],\"response\":{\"code\":0,\"log_id\":\"x\",\"next_start\":\"\"}}")]
    [InlineData("{\"orders\":{\"response\":{\"code\":0,\"log_id\":\"x\"},\"order\":[@,@,@]}}")]
    public void Should_read_the_same_orders_as_from_JSON(string envelope)
    {
        var json = envelope.Replace("@", Orders.Full, StringComparison.Ordinal);

        var fromXml = Pages.Page(XmlTwin.Of(json));

        var fromJson = Pages.Page(json);
        fromXml.Orders.Count.ShouldBe(fromJson.Orders.Count);
        fromXml.Orders.ShouldAllBe(order => order is JoorOrderReading.Readable);
        fromXml.Orders.Select(order => Convert.ToHexString(order.ContentHash)).ShouldBe(fromJson.Orders.Select(order => Convert.ToHexString(order.ContentHash)));
        (fromXml.LogId, fromXml.NextStart).ShouldBe((fromJson.LogId, fromJson.NextStart));
    }

    [Theory]
    [InlineData("<orders/>")]
    [InlineData("<orders></orders>")]
    [InlineData("<orders>\n  <response><code>0</code></response>\n</orders>")]
    [InlineData("<orders><response><code>0</code></response><order/></orders>")]
    public void Should_take_every_spelling_of_none(string body) => Pages.Page(body).Orders.ShouldBeEmpty();

    [Theory]
    [InlineData("<order><order_id>1</order_id></order>")]
    [InlineData("<orders><order><order_id> 1 </order_id></order></orders>")]
    [InlineData("\n\n<orders>\n <order>\n  <order_id>1</order_id>\n </order>\n</orders>\n")]
    [InlineData("\uFEFF<orders><order><order_id>1</order_id></order></orders>")]
    [InlineData("<j:orders xmlns:j='urn:j'><j:order><j:order_id>1</j:order_id></j:order></j:orders>")]
    [InlineData("<orders><order id='7'><order_id><![CDATA[1]]></order_id><!-- note --></order></orders>")]
    public void Should_find_the_order_in_every_envelope(string body) =>
        Pages.Page(body).Orders.Single().ShouldBeOfType<JoorOrderReading.Readable>().Order.JoorOrderId.ShouldBe("1");

    [Fact]
    public void Should_pass_on_JOORs_words_when_it_refuses() =>
        Pages.Read("<orders><response><code>17</code><comment>Invalid date</comment><log_id>log-9</log_id></response></orders>")
            .ShouldBeOfType<JoorAnswer<JoorOrderPage>.Refused>().Reason.ShouldBe("code 17, \"Invalid date\"");

    [Theory]
    [InlineData("<orders><order><order_id>1</order_id>", "it is broken XML")]
    [InlineData("<!DOCTYPE orders [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><orders><order><order_id>&x;</order_id></order></orders>", "it is XML with a DTD")]
    [InlineData("<!DOCTYPE html><html><body>Sign in</body></html>", "it is HTML")]
    [InlineData("<html><br></html>", "it is HTML")]
    [InlineData("<>", "it is broken XML")]
    public void Should_say_why_it_cannot_be_read(string body, string reason) =>
        Pages.Read(body).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreadable>().Reason.ShouldStartWith(reason);

    [Fact]
    public void Should_not_follow_nesting_without_end() =>
        Pages.Read(string.Concat(Enumerable.Repeat("<orders>", 100_000))).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Unreadable>().Reason.ShouldStartWith("it is broken XML");

    [Fact]
    public void Should_keep_the_neighbours_of_bytes_that_are_no_text()
    {
        byte[] bytes = [.. "<orders><order><order_id>1</order_id></order><order><order_id>2</order_id><customer_name>Caf"u8, 0xE9, .. "</customer_name></order></orders>"u8];

        var page = Bodies.Page(bytes);

        page.Orders[0].ShouldBeOfType<JoorOrderReading.Readable>();
        page.Orders[1].ShouldBeOfType<JoorOrderReading.Unreadable>().Reason.ShouldContain("customer_name");
    }

    [Fact]
    public void Should_replace_control_characters_as_JSON_does_NUL()
    {
        var page = Pages.Page("<orders><order><order_id>1</order_id><customer_name>a\u0001b</customer_name></order></orders>");

        page.Orders[0].ShouldBeOfType<JoorOrderReading.Readable>().Order.Customer!.Name.ShouldBe("a\uFFFDb");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    [InlineData("iso-8859-1")]
    public void Should_read_the_encoding_it_declares(string encoding)
    {
        var text = $"<?xml version=\"1.0\" encoding=\"{encoding}\"?><orders><order><order_id>1</order_id><customer_name>Café</customer_name></order></orders>";
        var page = Bodies.Page([.. Encoding.GetEncoding(encoding).GetPreamble(), .. Encoding.GetEncoding(encoding).GetBytes(text)]);

        page.Orders.Single().ShouldBeOfType<JoorOrderReading.Readable>().Order.Customer!.Name.ShouldBe("Café");
    }
}
