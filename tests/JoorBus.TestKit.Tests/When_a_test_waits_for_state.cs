using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests;

public sealed class When_a_test_waits_for_state
{
    [Fact]
    public async Task Should_return_as_soon_as_it_is_there()
    {
        var asked = 0;

        await Eventually.BecomesTrueAsync(() => ++asked == 3, "third time");

        asked.ShouldBe(3);
    }

    [Fact]
    public async Task Should_say_what_never_came_true_and_what_was_read_last()
    {
        var wait = () => Eventually.ReadsAsync(() => Task.FromResult(41), value => value == 42, "42 orders stored", TimeSpan.FromMilliseconds(1));

        (await wait.ShouldThrowAsync<NeverCameTrueException>()).Message
            .ShouldBe("\"42 orders stored\" did not come true within 0.001 s; last read: 41.");
    }

    [Fact]
    public async Task Should_let_a_failing_question_through()
    {
        var wait = () => Eventually.BecomesTrueAsync(() => Task.FromException<bool>(new InvalidDataException("broken")), "anything");

        await wait.ShouldThrowAsync<InvalidDataException>();
    }
}
