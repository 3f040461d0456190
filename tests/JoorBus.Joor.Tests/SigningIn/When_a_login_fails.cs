using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_login_fails
{
    [Theory]
    [InlineData(401, """{"error":"invalid_grant","error_description":"Invalid user credentials"}""", "status 401, invalid_grant, \"Invalid user credentials\"")]
    [InlineData(401, """{"error":"invalid_client"}""", "status 401, invalid_client")]
    [InlineData(400, """{"error":"unsupported_grant_type","error_description":7}""", "status 400, unsupported_grant_type")]
    [InlineData(403, "<html>Forbidden</html>", "status 403, <html>Forbidden</html>")]
    public async Task Should_say_what_was_refused(int status, string body, string reason)
    {
        await using var joor = V4StandIn.Start(_ => true, _ => Answers.Status(status, body));
        await using var gateway = V4StandIn.Gateway(joor);

        var answer = (await gateway.SendAsync(version: JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Unauthorised>();

        (answer.Denial, answer.Reason).ShouldBe((JoorDenial.Login, reason));
        NothingWasSent(joor, gateway, answer);
        joor.Logins().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData(200, "{}")]
    [InlineData(200, """{"access_token":""}""")]
    [InlineData(200, """{"access_token":"with\r\nbreak"}""")]
    [InlineData(200, "[]")]
    [InlineData(200, "<html>Sign in</html>")]
    [InlineData(200, "")]
    [InlineData(404, "nothing here")]
    [InlineData(503, "down")]
    public async Task Should_know_that_the_request_was_never_sent(int status, string body)
    {
        await using var joor = V4StandIn.Start(_ => true, _ => Answers.Status(status, body));
        await using var gateway = V4StandIn.Gateway(joor);

        var answer = (await gateway.SendAsync(JoorRequestKind.Write, JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Obstacle.ShouldBe(JoorObstacle.Login);
        answer.Reason.ShouldStartWith("the login brought no token: POST http://localhost:");
        NothingWasSent(joor, gateway, answer);
    }

    [Fact]
    public async Task Should_try_again_where_the_token_service_failed_for_a_moment()
    {
        await using var joor = V4StandIn.Start(_ => true, number => number == 1 ? Answers.Status(503) : V4StandIn.Token(number));
        await using var gateway = V4StandIn.Gateway(joor);

        (await gateway.SendAsync(JoorRequestKind.Write, JoorApiVersion.V4)).ShouldBeOfType<JoorAnswer<string>.Accepted>().CreditsSpent.ShouldBe(5);
    }

    [Fact]
    public async Task Should_show_no_secret_anywhere()
    {
        var echo = $"{Gateway.Password} {Gateway.ClientSecret} access-1";
        await using var joor = V4StandIn.Start(_ => true, number => number == 1 ? Answers.Status(401, echo) : V4StandIn.Token(1));
        await using var api = new JoorStandIn(Answers.Status(400, $"you sent access-1 {Gateway.Password}"));
        await using var gateway = V4StandIn.Gateway(joor, change: options => options.BaseUrl = api.Url);

        var first = await gateway.SendAsync(version: JoorApiVersion.V4);
        var second = await gateway.SendAsync(version: JoorApiVersion.V4);

        var shown = first + first.Explain() + second + second.Explain() + string.Join('\n', gateway.Log.Lines);
        second.ShouldBeOfType<JoorAnswer<string>.Refused>().Reason.ShouldBe("status 400, \"you sent *** ***\"");
        shown.ShouldNotContain(Gateway.Password);
        shown.ShouldNotContain(Gateway.ClientSecret);
        gateway.Log.Lines.ShouldContain(line => line.Contains("JOOR acme logs in at localhost: Unauthorised"));
    }

    private static void NothingWasSent(JoorStandIn joor, Gateway gateway, JoorAnswer<string> answer)
    {
        joor.Calls().ShouldBeEmpty();
        answer.CreditsSpent.ShouldBe(0);
        gateway.Limits.Ends.ShouldAllBe(end => end.IsNeverSent);
    }
}
