using JoorBus.Architecture.Reading;
using JoorBus.Architecture.Rules;
using Shouldly;
using Xunit;

namespace JoorBus.Architecture;

public sealed class When_code_is_written
{
    [Fact]
    public void Should_take_time_and_chance_from_outside()
    {
        Repository.SourcesIn("src").ShouldNotBeEmpty();
        ClockAndChance.Violations(Repository.SourcesIn("src", "contracts")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var at = DateTime.UtcNow;")]
    [InlineData("var at = DateTimeOffset.Now;")]
    [InlineData("var id = $\"{Guid.NewGuid():N}\";")]
    [InlineData("var id = Guid.CreateVersion7();")]
    [InlineData("var id = NewId.NextGuid();")]
    [InlineData("Thread.Sleep(10);")]
    [InlineData("var one = Random.Shared.Next();")]
    [InlineData("var dice = new Random();")]
    [InlineData("await Task.Delay(timeout, cancellationToken);")]
    [InlineData("await Task.Delay(Max(clock, 3));")]
    [InlineData("using var client = new HttpClient();")]
    public void Should_be_caught_taking_them_itself(string code) =>
        ClockAndChance.Violations([new SourceFile("src/JoorBus.Orders/Code.cs", code)]).ShouldHaveSingleItem().ShouldStartWith("src/JoorBus.Orders/Code.cs(1): ");

    [Theory]
    [InlineData("// never DateTime.UtcNow")]
    [InlineData("/* Guid.NewGuid() */ var dice = new Random(seed);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(Max(1, 2)), timeProvider, cancellationToken);")]
    [InlineData("await Task.Delay(pause, _clock, token);")]
    [InlineData("await Task.Delay(reply.Latency, wms.Time, token);")]
    [InlineData("var at = time.GetUtcNow();")]
    public void Should_be_free_to_be_given_them(string code) =>
        ClockAndChance.Violations([new SourceFile("src/JoorBus.Orders/Code.cs", code)]).ShouldBeEmpty();

    [Fact]
    public void Should_be_free_to_speak_HTTP_at_the_doors() =>
        ClockAndChance.Violations([new SourceFile("src/JoorBus.Joor/JoorClient.cs", "new HttpClient(handler)")]).ShouldBeEmpty();

    [Fact]
    public void Should_fit_into_a_readers_head() => FileLength.Violations(Repository.Sources).ShouldBeEmpty();

    [Fact]
    public void Should_be_caught_growing_too_long()
    {
        var full = string.Concat(Enumerable.Repeat("line\n", FileLength.MostLines));

        FileLength.Violations([new SourceFile("a.cs", full)]).ShouldBeEmpty();
        FileLength.Violations([new SourceFile("a.cs", full + "line\n")]).ShouldHaveSingleItem().ShouldBe("a.cs has 351 lines, 1 too many.");
    }
}
