using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Logging;

namespace JoorBus.Messaging.Failing;

/// <summary>Moves a message that nobody here takes to the skipped queue, with a sentence as its reason.</summary>
internal sealed partial class SkippedSentenceFilter(ILogger log) : IFilter<ReceiveContext>
{
    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        var sentence = FailureSentence.ForSkipped(QueueName.Of(context.InputAddress), TypeOf(context));
        Skipped(log, sentence);
        if (!context.TryGetPayload<IDeadLetterTransport>(out var transport))
        {
            throw new TransportException(context.InputAddress, "The transport has no skipped queue");
        }

        await transport.Send(context, sentence).ConfigureAwait(false);
        await next.Send(context).ConfigureAwait(false);
    }

    private static string? TypeOf(ReceiveContext context)
    {
        if (context.TryGetPayload<ConsumeContext>(out var consuming) && consuming.SupportedMessageTypes.FirstOrDefault() is { } urn)
        {
            return urn;
        }

        return context.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic) ? basic.Properties.Type ?? basic.Exchange : null;
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("skippedSentence");

    [LoggerMessage(Level = LogLevel.Error, Message = "message.skipped {Sentence}")]
    private static partial void Skipped(ILogger log, string sentence);
}
