namespace JoorBus.Tests.Commands;

public sealed class When_help_is_asked_for
{
    [Theory]
    [InlineData("run")]
    [InlineData("check")]
    [InlineData("demo")]
    [InlineData("simulate joor")]
    [InlineData("simulate wms")]
    [InlineData("simulate orders")]
    [InlineData("simulate compare")]
    [InlineData("health")]
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
    [InlineData("inventory status")]
    [InlineData("inventory list")]
    [InlineData("inventory show")]
    [InlineData("inventory preview")]
    [InlineData("inventory push")]
    [InlineData("inventory retry")]
    [InlineData("inventory reconcile")]
    [InlineData("inventory settings")]
    [InlineData("inventory snapshots")]
    [InlineData("inventory snapshots release")]
    [InlineData("inventory snapshots discard")]
    [InlineData("products status")]
    [InlineData("products list")]
    [InlineData("products show")]
    [InlineData("products preview")]
    [InlineData("products push")]
    [InlineData("products retry")]
    [InlineData("products release")]
    [InlineData("products reconcile")]
    [InlineData("products settings")]
    public async Task Should_give_an_example(string verb)
    {
        var help = await Verb.RunAsync([.. verb.Split(' '), "--help"]);

        help.Code.ShouldBe(0);
        help.Output.ShouldContain("Example:");
        help.Output.ShouldContain($"joorbus {verb}");
    }
}
