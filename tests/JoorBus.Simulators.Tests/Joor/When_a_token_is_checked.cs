using System.Net;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_a_token_is_checked
{
    [Theory]
    [InlineData("")]
    [InlineData("OAuth2 c29tZXRoaW5nIGVsc2U=")]
    [InlineData("OAuth2 simulator-token")]
    [InlineData("Bearer c2ltdWxhdG9yLXRva2Vu")]
    public async Task Should_refuse_all_but_the_account_token_in_base64(string authorization)
    {
        await using var joor = await Joor.Start();
        joor.Authorization = authorization;

        using var answer = await joor.Send("/order");

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        joor.Simulator.Ledger().Requests.Single().AccountId.ShouldBeNull();
    }

    [Fact]
    public async Task Should_take_the_scheme_in_any_case()
    {
        await using var joor = await Joor.Start();
        joor.Authorization = joor.Authorization.Replace("OAuth2", "oauth2", StringComparison.Ordinal);

        (await joor.ReadIds("/order?sync=0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_each_brand_its_own_orders()
    {
        await using var joor = await Joor.Start(new() { Tokens = ["linen", "wool"] });
        var linen = joor.Simulator.OrdersOf("linen").AddApproved(1);
        var wool = joor.Simulator.OrdersOf("wool").AddApproved(2);

        joor.Authorization = Joor.OAuth2("linen");
        (await joor.ReadIds("/order?sync=0")).ShouldBe(linen);
        joor.Authorization = Joor.OAuth2("wool");
        (await joor.ReadIds("/order?sync=0")).ShouldBe(wool);
        linen.Intersect(wool).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_keep_the_token_out_of_the_ledger()
    {
        await using var joor = await Joor.Start();
        await joor.Read("/order?sync=0");

        joor.Simulator.Ledger().Requests.Single().ToString().ShouldNotContain("c2ltdWxhdG9yLXRva2Vu");
    }
}
