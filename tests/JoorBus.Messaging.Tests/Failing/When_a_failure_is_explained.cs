using System.Text.Json;
using JoorBus.Messaging.Failing;
using JoorBus.Messaging.Reading;

namespace JoorBus.Messaging.Tests.Failing;

public sealed class When_a_failure_is_explained
{
    [Fact]
    public void Should_say_what_could_not_be_read_where_it_is_and_what_to_do() =>
        FailureSentence.For(new UnreadableMessageException("its body is empty; send a JSON object"), "orders-track", null).ShouldBe(
            "A message on queue 'orders-track' cannot be read: its body is empty; send a JSON object. It waits in 'orders-track_error'; "
            + "correct it at the sender and publish it again, or edit and replay it.");

    [Fact]
    public void Should_name_the_message_and_the_deepest_reason() =>
        FailureSentence.For(new InvalidOperationException("outer", new TimeoutException("JOOR did not answer.")), "orders-track", "WmsOrderAccepted 4711").ShouldBe(
            "WmsOrderAccepted 4711 on queue 'orders-track' failed: JOOR did not answer. It waits in 'orders-track_error'; replay it when the other system answers again.");

    [Fact]
    public void Should_own_up_to_a_defect() =>
        FailureSentence.For(new InvalidOperationException("oops"), "orders-track", null).ShouldEndWith(
            "It waits in 'orders-track_error'; this looks like a defect: the log has the stack trace; replay it after the cure.");

    [Fact]
    public void Should_stay_on_one_line() =>
        FailureSentence.For(new JsonException("first\r\nsecond\n"), "q", null).ShouldSatisfyAllConditions(
            sentence => sentence.ShouldNotContain("\n"),
            sentence => sentence.ShouldContain("cannot be read: first second."));

    [Theory]
    [InlineData("urn:message:A:B", "A message of type urn:message:A:B on queue 'q' is not for any consumer there. It waits in 'q_skipped'; publish it to the exchange named after its type, or discard it.")]
    [InlineData(null, "A message of type unknown on queue 'q' is not for any consumer there. It waits in 'q_skipped'; publish it to the exchange named after its type, or discard it.")]
    public void Should_tell_of_a_message_that_nobody_takes(string? types, string sentence) => FailureSentence.ForSkipped("q", types).ShouldBe(sentence);
}
