using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Logging;

namespace JoorBus.Messaging.Failing;

/// <summary>Moves a message that nobody here takes to the skipped queue, with a sentence as its reason.</summary>
internal sealed partial class SkippedSentenceFilter(ILogger log) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var types = context.TryGetPayload<ConsumeContext>(out var consuming) ? string.Join(", ", consuming.SupportedMessageTypes) : null;
        var sentence = FailureSentence.ForSkipped(QueueName.Of(context.InputAddress), string.IsNullOrEmpty(types) ? null : types);
        Skipped(log, sentence);
        if (!context.TryGetPayload<IDeadLetterTransport>(out var transport))
        {
            throw new TransportException(context.InputAddress, "The transport has no skipped queue");
        }

        await transport.Send(context, sentence).ConfigureAwait(false);
        await next.Send(context).ConfigureAwait(false);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("skippedSentence");

    [LoggerMessage(Level = LogLevel.Error, Message = "message.skipped {Sentence}")]
    private static partial void Skipped(ILogger log, string sentence);
}
