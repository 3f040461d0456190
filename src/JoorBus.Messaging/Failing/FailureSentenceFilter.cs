using MassTransit;
using Microsoft.Extensions.Logging;

namespace JoorBus.Messaging.Failing;

/// <summary>Writes the reason into the dead letter's headers and the log, before the message moves to the error queue.</summary>
internal sealed partial class FailureSentenceFilter(ILogger log) : IFilter<ExceptionReceiveContext>
{
    public async Task Send(ExceptionReceiveContext context, IPipe<ExceptionReceiveContext> next)
    {
        var queue = QueueName.Of(context.InputAddress);
        var sentence = FailureSentence.For(context.Exception, queue, Describe(context));
        context.ExceptionHeaders.Set(MessageHeaders.FaultMessage, sentence);
        context.ExceptionHeaders.Set(FailureHeaders.Kind, FailureClassifier.KindOf(context.Exception).ToString());
        if (FailureClassifier.KindOf(context.Exception) == FailureKind.Unknown)
        {
            FailedUnexpectedly(log, sentence, context.Exception);
        }
        else
        {
            Failed(log, sentence);
        }

        // Else a message that could not even be read would count as one that nobody takes, and be moved to the skipped queue as well.
        if (!context.IsFaulted)
        {
            await context.NotifyFaulted(context.Exception).ConfigureAwait(false);
        }

        await next.Send(context).ConfigureAwait(false);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("failureSentence");

    private static string? Describe(ReceiveContext context) =>
        context.TryGetPayload<ConsumeContext>(out var consuming) && consuming.SupportedMessageTypes.FirstOrDefault() is { } urn
            ? $"{urn[(urn.LastIndexOf(':') + 1)..]} {consuming.MessageId}"
            : null;

    [LoggerMessage(Level = LogLevel.Error, Message = "message.failed {Sentence}")]
    private static partial void Failed(ILogger log, string sentence);

    [LoggerMessage(Level = LogLevel.Error, Message = "message.failed {Sentence}")]
    private static partial void FailedUnexpectedly(ILogger log, string sentence, Exception exception);
}

/// <summary>Transport headers that JoorBus adds to dead letters.</summary>
public static class FailureHeaders
{
    /// <summary>A <see cref="FailureKind"/>.</summary>
    public const string Kind = "JoorBus-Failure-Kind";
}
