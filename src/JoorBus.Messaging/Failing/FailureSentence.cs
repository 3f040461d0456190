using System.Text.Json;
using JoorBus.Messaging.Reading;

namespace JoorBus.Messaging.Failing;

/// <summary>What, where and what to do, in one sentence for a person.</summary>
public static class FailureSentence
{
    public static string For(Exception exception, string queue, string? message) =>
        $"{message ?? "A message"} on queue '{queue}' {What(exception)} It waits in '{queue}_error'; {Advice(exception)}.";

    /// <summary>The sentence of a message that no consumer of its queue takes.</summary>
    public static string ForSkipped(string queue, string? types) =>
        $"A message of type {types ?? "unknown"} on queue '{queue}' is not for any consumer there. It waits in '{queue}_skipped'; "
        + "publish it to the exchange named after its type, or discard it.";

    private static string What(Exception exception) => exception switch
    {
        UnreadableMessageException unreadable => $"cannot be read: {unreadable.Message.TrimEnd('.')}.",
        _ when Find<RefusedMessageException>(exception) is { } refused => $"is refused: {OneLine(refused.Message)}.",
        _ when Find<JsonException>(exception) is { } json => $"cannot be read: {OneLine(json.Message)}.",
        _ => $"failed: {OneLine(exception.GetBaseException().Message)}.",
    };

    private static string Advice(Exception exception) => FailureClassifier.KindOf(exception) switch
    {
        FailureKind.Rejected when Find<RefusedMessageException>(exception) is not null => "cure the reason and replay it, or correct it at the sender and publish it again",
        FailureKind.Unreadable => "correct it at the sender and publish it again, or edit and replay it",
        FailureKind.Rejected => "cure the reason at the other system, then replay it",
        FailureKind.Unknown => "this looks like a defect: the log has the stack trace; replay it after the cure",
        _ => "replay it when the other system answers again",
    };

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd('.', ' ');
}
