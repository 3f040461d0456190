using JoorBus.Configuring;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_setting_is_given_twice
{
    [Fact]
    public void Should_take_the_last() =>
        ConfigurationSources.Build(["Orders__SilenceAfter=00:01:00", "orders:silenceafter=00:02:00"])["Orders:SilenceAfter"].ShouldBe("00:02:00");
}
