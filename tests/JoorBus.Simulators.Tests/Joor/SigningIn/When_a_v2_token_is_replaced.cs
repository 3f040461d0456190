using System.Net;

namespace JoorBus.Simulators.Tests.Joor.SigningIn;

public sealed class When_a_v2_token_is_replaced
{
    [Fact]
    public async Task Should_refuse_the_old_one_and_tell_that_it_came()
    {
        await using var joor = await Joor.Start(new() { Accounts = [Brands.Linen] });
        joor.Authorization = Joor.OAuth2(Brands.Token);
        await joor.Read("/order?sync=0");

        joor.Simulator.ReplaceToken(Brands.Token, "linen-token-2");

        using (var late = await joor.Send("/order?sync=0"))
            late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        joor.Authorization = Joor.OAuth2("linen-token-2");
        await joor.Read("/order?sync=0");
        joor.Simulator.Ledger().Requests.Select(request => (request.CredentialOrdinal, request.Credential!.IsValid))
            .ShouldBe([(0, true), (0, false), (1, true)]);
    }
}
