using JoorBus.Messaging.Failing;

namespace JoorBus.Messaging.Tests.Failing;

public sealed class When_a_message_fails
{
    [Theory]
    [InlineData(FailureKind.Unavailable, 1, 20)]
    [InlineData(FailureKind.Unavailable, 8, 2560)]
    [InlineData(FailureKind.Unavailable, 9, 5000)]
    [InlineData(FailureKind.Unavailable, 100_000, 5000)]
    [InlineData(FailureKind.Transient, 1, 20)]
    [InlineData(FailureKind.Transient, 2, 40)]
    [InlineData(FailureKind.Transient, 9, 5000)]
    [InlineData(FailureKind.Throttled, 1, 20)]
    [InlineData(FailureKind.Throttled, 4, 160)]
    [InlineData(FailureKind.Unknown, 1, 20)]
    [InlineData(FailureKind.Unknown, 2, 40)]
    public void Should_be_tried_again_after_a_while(FailureKind kind, int attempt, int milliseconds) =>
        FailurePolicy.Decide(kind, attempt).ShouldBe(new FailureDecision.RetryNow(TimeSpan.FromMilliseconds(milliseconds)));

    [Theory]
    [InlineData(FailureKind.Transient, 10)]
    [InlineData(FailureKind.Throttled, 5)]
    [InlineData(FailureKind.Unknown, 3)]
    [InlineData(FailureKind.Rejected, 1)]
    [InlineData(FailureKind.Unreadable, 1)]
    public void Should_become_a_dead_letter_in_the_end(FailureKind kind, int attempt)
    {
        FailurePolicy.Decide(kind, attempt).ShouldBe(new FailureDecision.DeadLetter());
        FailurePolicy.Decide(kind, attempt + 1000).ShouldBe(new FailureDecision.DeadLetter());
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(360, 360)]
    [InlineData(361, 360)]
    public void Should_wait_as_long_as_the_other_system_asks_within_reason(int asked, int waited) =>
        FailurePolicy.Decide(FailureKind.Throttled, attempt: 1, TimeSpan.FromSeconds(asked)).ShouldBe(new FailureDecision.RetryNow(TimeSpan.FromSeconds(waited)));

    [Fact]
    public void Should_have_a_decision_for_every_kind() =>
        Enum.GetValues<FailureKind>().ShouldAllBe(kind => FailurePolicy.Decide(kind, 1, null) != null);
}
