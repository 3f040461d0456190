using MassTransit;

namespace JoorBus.Messaging.Reading;

internal sealed class PlainMessageContext(Guid messageId, Headers headers, Uri inputAddress) : MessageContext
{
    public Guid? MessageId => messageId;

    public Guid? RequestId => null;

    public Guid? CorrelationId => null;

    public Guid? ConversationId => messageId;

    public Guid? InitiatorId => null;

    public DateTime? ExpirationTime => null;

    public Uri? SourceAddress => null;

    public Uri? DestinationAddress => inputAddress;

    public Uri? ResponseAddress => null;

    public Uri? FaultAddress => null;

    public DateTime? SentTime => null;

    public Headers Headers => headers;

    public HostInfo Host => MassTransit.Metadata.HostMetadataCache.Empty;
}
