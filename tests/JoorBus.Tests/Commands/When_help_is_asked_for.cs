namespace JoorBus.Tests.Commands;

public sealed class When_help_is_asked_for
{
    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("demo")]
    [InlineData("simulate joor")]
    [InlineData("simulate wms")]
    [InlineData("orders list")]
    [InlineData("orders show")]
    [InlineData("connections add")]
    [InlineData("connections list")]
    [InlineData("connections show")]
    [InlineData("connections set")]
    [InlineData("connections test")]
    [InlineData("connections enable")]
    [InlineData("connections disable")]
    [InlineData("connections remove")]
    [InlineData("connections rotate-key")]
    public async Task Should_give_an_example(string verb)
    {
        var help = await Verb.RunAsync([.. verb.Split(' '), "--help"]);

        help.Code.ShouldBe(0);
        help.Output.ShouldContain("Example:");
        help.Output.ShouldContain($"joorbus {verb}");
    }
}
