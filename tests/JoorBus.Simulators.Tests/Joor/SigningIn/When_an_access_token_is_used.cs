using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.SigningIn;

public sealed class When_an_access_token_is_used
{
    [Fact]
    public async Task Should_be_refused_once_it_has_expired()
    {
        var clock = new StandStillClock();
        await using var joor = await JoorV4.Start(time: clock);
        clock.Advance(TimeSpan.FromSeconds(35_999));
        (await joor.Get("/orders")).ShouldBeEmpty();

        clock.Advance(TimeSpan.FromSeconds(1));

        (await Refusal(joor, "/orders?account=2001")).ShouldBe((401, "UNAUTHORIZED"));
        joor.Simulator.Ledger().Requests[^1].Credential.ShouldBe(
            new JoorCredential { Kind = JoorCredentialKind.AccessToken, Ordinal = 0, AccessToken = 1, IsValid = false });
    }

    [Fact]
    public async Task Should_be_refused_when_all_were_expired_on_command()
    {
        await using var joor = await JoorV4.Start();
        joor.Simulator.ExpireAccessTokens();
        (await Refusal(joor, "/orders?account=2001")).ShouldBe((401, "UNAUTHORIZED"));

        await joor.SignIn();

        (await joor.Get("/orders")).ShouldBeEmpty();
        joor.Simulator.Ledger().Requests[^1].Credential!.AccessToken.ShouldBe(2);
    }

    [Theory]
    [InlineData("/orders", 400, "VALIDATION_ERROR")]
    [InlineData("/orders?account=9", 404, "NOT_FOUND")]
    [InlineData("/orders?account=2002", 403, "FORBIDDEN")]
    public async Task Should_open_only_the_accounts_of_its_user(string path, int status, string code)
    {
        var wool = new JoorSimulatorAccount { AccountId = "2002" };
        await using var simulator = await JoorSimulator.StartAsync(new() { Accounts = [Brands.Linen, wool] });
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{simulator.V4Url}{path}");
        request.Headers.Authorization = new("Bearer", await TokenOf(client, simulator));

        using var answer = await client.SendAsync(request);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0].GetProperty("status").GetString().ShouldBe(code);
        simulator.Ledger().Accounts.ShouldAllBe(account => account.Windows.Count == 0);
    }

    [Fact]
    public async Task Should_be_unknown_to_the_other_world()
    {
        await using var production = await JoorV4.Start();
        await using var sandbox = await JoorV4.Start(new() { ServerRole = JoorServerRole.Sandbox });

        sandbox.AccessToken = production.AccessToken;

        (await Refusal(sandbox, "/orders?account=2001")).ShouldBe((401, "UNAUTHORIZED"));
    }

    private static async Task<string> TokenOf(HttpClient client, JoorSimulator simulator)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "linen", ["client_secret"] = "linen-secret", ["username"] = "ines", ["password"] = "linen-password", ["grant_type"] = "password",
        });
        using var answer = await client.PostAsync(simulator.TokenUrl, form);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    private static async Task<(int Status, string Code)> Refusal(JoorV4 joor, string path)
    {
        using var answer = await joor.Send(HttpMethod.Get, path);
        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var error = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors")[0];
        return ((int)answer.StatusCode, error.GetProperty("status").GetString()!);
    }
}
