using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests.Limits;

public sealed class When_limits_are_configured
{
    [Fact]
    public void Should_take_JOORs_published_limits_when_nothing_is_said()
    {
        var (limits, faults) = Read([]);

        faults.ShouldBeEmpty();
        (limits.CreditsPerWindow, limits.Window, limits.ReadCredits, limits.WriteCredits).ShouldBe((300, TimeSpan.FromSeconds(300), 1, 5));
    }

    [Fact]
    public void Should_name_every_fault_at_once() => Read(new()
    {
        ["Limits:Window"] = "300",
        ["Limits:CreditsPerWindow"] = "9",
        ["Limits:ReservedForOrders"] = "5",
        ["Limits:Lag"] = "00:00:11",
        ["Limits:WriteCredits"] = "many",
    }).Faults.ShouldBe(
    [
        "JOORBUS__LIMITS__WINDOW is '300'; allowed: a time as hours:minutes:seconds, such as 00:05:00.",
        "JOORBUS__LIMITS__WRITECREDITS is 'many'; allowed: a whole number.",
        "JOORBUS__LIMITS__CREDITSPERWINDOW is '9'; allowed: 10 to 1000000.",
        "JOORBUS__LIMITS__LAG is '00:00:11'; allowed: 00:00:00 to 00:00:10.",
        "JOORBUS__LIMITS__RESERVEDFORORDERS is '5'; allowed: 0 to 4.",
        "JOORBUS__LIMITS__WRITECREDITS is '5'; allowed: 1 to 4.",
    ]);

    [Theory]
    [InlineData("10", "5")]
    [InlineData("1000000", "500000")]
    public void Should_take_values_at_the_ends_of_their_ranges(string credits, string reserved) =>
        Read(new() { ["Limits:CreditsPerWindow"] = credits, ["Limits:ReservedForOrders"] = reserved, ["Limits:Window"] = "01:00:00", ["Limits:Lag"] = "00:00:00" }).Faults.ShouldBeEmpty();

    private static (JoorLimitOptions Limits, IReadOnlyList<string> Faults) Read(Dictionary<string, string?> values) =>
        JoorLimitReader.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
}
