using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.SigningIn;

public sealed class When_a_user_signs_in
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Should_give_a_token_for_ten_hours(bool isMultipart)
    {
        await using var joor = await JoorV4.Start();

        using var answer = await joor.AskForToken(Brands.User, isMultipart: isMultipart);

        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        token.GetProperty("expires_in").GetInt32().ShouldBe(36_000);
        token.GetProperty("token_type").GetString().ShouldBe("Bearer");
        token.GetProperty("access_token").GetString().ShouldNotBe(joor.AccessToken);
    }

    [Fact]
    public async Task Should_refuse_with_the_words_of_its_kind()
    {
        await using var joor = await JoorV4.Start();

        (await Refusal(joor, Brands.User with { Password = "other" })).ShouldBe((401, "invalid_grant"));
        (await Refusal(joor, Brands.User with { Username = "nobody" })).ShouldBe((401, "invalid_grant"));
        (await Refusal(joor, Brands.User with { ClientSecret = "other" })).ShouldBe((401, "invalid_client"));
        (await Refusal(joor, Brands.User, "client_credentials")).ShouldBe((400, "unsupported_grant_type"));
    }

    [Fact]
    public async Task Should_cost_no_credits_and_be_in_the_ledger()
    {
        await using var joor = await JoorV4.Start();
        using var _ = await joor.AskForToken(Brands.User with { Password = "other" });

        var ledger = joor.Simulator.Ledger();

        ledger.SignIns.Select(signIn => (signIn.UserOrdinal, signIn.AccessToken)).ShouldBe([(0, 1), (0, null)]);
        ledger.MostSignInsAtOnce.ShouldBe(1);
        ledger.Accounts[0].Windows.ShouldBeEmpty();
        JsonSerializer.Serialize(ledger).ShouldNotContain("linen-");
    }

    [Fact]
    public async Task Should_refuse_a_replaced_secret_and_a_removed_user()
    {
        await using var joor = await JoorV4.Start();
        var renewed = Brands.User with { Password = "renewed" };
        joor.Simulator.ReplaceUser(renewed);

        (await Refusal(joor, Brands.User)).ShouldBe((401, "invalid_grant"));
        using (var answer = await joor.AskForToken(renewed))
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await joor.Get("/orders")).ShouldBeEmpty();

        joor.Simulator.RevokeUser("linen", "ines");

        (await Refusal(joor, renewed)).ShouldBe((401, "invalid_client"));
        using var late = await joor.Send(HttpMethod.Get, "/orders?account=2001");
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<(int Status, string Error)> Refusal(JoorV4 joor, JoorSimulatorUser user, string grantType = "password")
    {
        using var answer = await joor.AskForToken(user, grantType);
        return ((int)answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString()!);
    }
}
