using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_v4_needs_a_token
{
    [Fact]
    public async Task Should_log_in_once_and_name_the_account()
    {
        await using var joor = V4StandIn.Start(token => token == "access-1");
        await using var gateway = V4StandIn.Gateway(joor);

        for (var i = 0; i < 3; i++)
            (await gateway.SendAsync(version: JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Accepted>();

        joor.Logins().Count().ShouldBe(1);
        joor.Calls().ShouldAllBe(call => call.StartsWith("GET /v4/thing/7?secret=query&account=ac%201 HTTP/1.1\r\n", StringComparison.Ordinal));
        gateway.Limits.Asked[0].ShouldSatisfyAllConditions(
            asked => asked.Endpoint.ShouldBe("v4 GET /thing"), asked => asked.Account.ShouldBe("ac 1"), asked => asked.LongestAttempt.ShouldBe(TimeSpan.FromSeconds(90)));
    }

    [Theory]
    [InlineData(JoorLoginForm.Multipart, "Content-Type: multipart/form-data; boundary=")]
    [InlineData(JoorLoginForm.Form, "Content-Type: application/x-www-form-urlencoded\r\n")]
    public async Task Should_post_the_login_as_told(JoorLoginForm form, string contentType)
    {
        await using var joor = V4StandIn.Start(_ => true);
        await using var gateway = V4StandIn.Gateway(joor, options => options.LoginForm = form);

        await gateway.SendAsync(version: JoorApiVersion.V4);

        var login = joor.Logins().ShouldHaveSingleItem();
        login.ShouldStartWith("POST /auth/ HTTP/1.1\r\n");
        login.ShouldContain(contentType);
        if (form == JoorLoginForm.Form)
            login.ShouldEndWith($"client_id=client&grant_type=password&client_secret={Uri.EscapeDataString(Gateway.ClientSecret)}&username=user%40example.com&password={Uri.EscapeDataString(Gateway.Password).Replace("%20", "+", StringComparison.Ordinal)}");
        else
            login.ShouldContain($"Content-Disposition: form-data; name=\"password\"\r\n\r\n{Gateway.Password}\r\n");
    }

    [Fact]
    public async Task Should_log_in_once_more_and_repeat_when_the_token_is_refused()
    {
        await using var joor = V4StandIn.Start(token => token == "access-2");
        await using var gateway = V4StandIn.Gateway(joor);

        var answer = await gateway.SendAsync(JoorRequestKind.Write, JoorApiVersion.V4);

        answer.ShouldBeOfType<JoorAnswer<string>.Accepted>();
        answer.CreditsSpent.ShouldBe(10);
        joor.Logins().Count().ShouldBe(2);
        joor.Calls().Count().ShouldBe(2);
        gateway.Limits.Ends.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_not_log_in_for_ever()
    {
        await using var joor = V4StandIn.Start(_ => false);
        await using var gateway = V4StandIn.Gateway(joor);

        var answer = (await gateway.SendAsync(version: JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Unauthorised>();

        answer.Denial.ShouldBe(JoorDenial.Token);
        answer.Reason.ShouldBe("status 401, \"UNAUTHORIZED: expired\"");
        joor.Logins().Count().ShouldBe(2);
        joor.Calls().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_never_log_in_twice_at_once()
    {
        await using var joor = V4StandIn.Start(token => token != "access-1");
        await using var gateway = V4StandIn.Gateway(joor);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.SendAsync(version: JoorApiVersion.V4)));

        answers.ShouldAllBe(answer => answer is JoorAnswer<string>.Accepted);
        joor.Logins().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_renew_before_the_token_ends()
    {
        await using var joor = V4StandIn.Start(_ => true);
        await using var gateway = V4StandIn.Gateway(joor);
        await gateway.SendAsync(version: JoorApiVersion.V4);

        gateway.Clock.Advance(TimeSpan.FromHours(10) - TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        await gateway.SendAsync(version: JoorApiVersion.V4);
        joor.Logins().Count().ShouldBe(1);
        gateway.Clock.Advance(TimeSpan.FromTicks(1));
        await gateway.SendAsync(version: JoorApiVersion.V4);

        joor.Logins().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_not_use_a_token_of_other_credentials()
    {
        await using var joor = V4StandIn.Start(_ => true);
        await using var gateway = V4StandIn.Gateway(joor);
        await gateway.SendAsync(version: JoorApiVersion.V4);

        gateway.Connections.Stored = gateway.Connections.Find("acme")!.Elsewhere();
        gateway.Connections.Stored.Password = "another";
        gateway.Limits.Script.Enqueue(new JoorPermitAnswer.Outdated());
        await gateway.SendAsync(version: JoorApiVersion.V4);

        joor.Logins().Last().ShouldContain("another");
        joor.Calls().Last().ShouldContain("Bearer access-2");
    }

    [Fact]
    public async Task Should_tell_a_missing_right_from_a_refused_token()
    {
        await using var joor = new JoorStandIn((request, _) => request.StartsWith("POST /auth", StringComparison.Ordinal)
            ? V4StandIn.Token(1)
            : Answers.Status(403, """{"errors":[{"status":"FORBIDDEN","message":"not yours","details":{}}]}"""));
        await using var gateway = V4StandIn.Gateway(joor);

        var answer = (await gateway.SendAsync(version: JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Unauthorised>();

        answer.IsForbidden.ShouldBeTrue();
        answer.Explain().ShouldContain("JOOR does not allow it: status 403, \"FORBIDDEN: not yours\"");
        joor.Logins().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(JoorApiVersion.V4, "the connection has no v4 credentials; set its AccountId, ClientId, ClientSecret, Username and Password")]
    [InlineData(JoorApiVersion.V2, "the connection has no v2 token; set its Token, or use v4")]
    public async Task Should_send_nothing_without_credentials(JoorApiVersion version, string reason)
    {
        await using var joor = V4StandIn.Start(_ => true);
        await using var gateway = V4StandIn.Gateway(joor, change: options => options.Username = null);

        var answer = (await gateway.SendAsync(version: version)).ShouldBeOfType<JoorAnswer<string>.Unauthorised>();

        answer.Denial.ShouldBe(JoorDenial.Missing);
        answer.Reason.ShouldBe(reason);
        joor.Requests.ShouldBeEmpty();
    }
}
