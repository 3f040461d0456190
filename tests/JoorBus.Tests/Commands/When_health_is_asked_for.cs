namespace JoorBus.Tests.Commands;

public sealed class When_health_is_asked_for
{
    [Fact]
    public async Task Should_say_why_nothing_answers()
    {
        // Port 1 is never listened on.
        var verb = await Verb.RunAsync("health", "--server", "http://127.0.0.1:1");

        verb.Code.ShouldBe(1);
        verb.Output.Trim().ShouldNotBeEmpty();
        verb.Output.ShouldNotContain("   at ");
    }
}
