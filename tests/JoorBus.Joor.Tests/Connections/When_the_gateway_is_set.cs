using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_the_gateway_is_set
{
    [Fact]
    public void Should_find_its_defaults_right() => new JoorOptions().Faults().ShouldBeEmpty();

    [Fact]
    public void Should_list_every_fault_at_once()
    {
        var options = new JoorOptions
        {
            Repeats = 0, RepeatDelay = TimeSpan.FromSeconds(-1), ThrottleWait = TimeSpan.Zero, Patience = TimeSpan.FromHours(2), OrderReadingPatience = TimeSpan.FromHours(2),
            UploadTimeout = TimeSpan.Zero, BreakerFailures = 1, BreakerWindow = TimeSpan.Zero, BreakerDuration = TimeSpan.Zero, LoginForm = (JoorLoginForm)9, RenewalMargin = TimeSpan.FromDays(1),
        };

        options.Faults().Count.ShouldBe(11);
        options.Faults()[0].ShouldBe("JOORBUS__JOOR__REPEATS is '0'; allowed: 1 to 10.");
    }
}
