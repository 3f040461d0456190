namespace JoorBus.Messaging;

/// <summary>Which transport carries the bus.</summary>
public enum BusTransport
{
    /// <summary>Within this process only; for the demo and fast tests. What is in flight dies with the process; what is stored does not.</summary>
    Memory,

    /// <summary>RabbitMQ.</summary>
    RabbitMq,
}

/// <summary>The kind of the queues that JoorBus declares.</summary>
public enum QueueKind
{
    /// <summary>Replicated, with a delivery limit. For production.</summary>
    Quorum,

    /// <summary>A plain durable queue.</summary>
    Classic,
}

/// <summary>Settings of the bus.</summary>
public sealed class MessagingOptions
{
    /// <summary>Default: RabbitMq when <see cref="RabbitMq"/> is set, else Memory.</summary>
    public BusTransport? Transport { get; set; }

    /// <summary>amqp or amqps URI of the broker, with user, password and virtual host.</summary>
    public string? RabbitMq { get; set; }

    /// <summary>Nodes of a cluster, host or host:port, separated by commas; null is the one of <see cref="RabbitMq"/>, whose user, password and virtual host count for all.</summary>
    public string? Nodes { get; set; }

    /// <summary>Kind of the queues. Default quorum. A queue keeps the kind it was declared with.</summary>
    public QueueKind Queues { get; set; } = QueueKind.Quorum;

    /// <summary>How often a broker may deliver a message of a quorum queue before it is dead-lettered. Default 20, 2 to 1,000.</summary>
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>Messages of one queue that are consumed at once. Default 64, 1 to 1,000. What waits together is committed together.</summary>
    public int Concurrency { get; set; } = 64;

    /// <summary>The transport in force.</summary>
    public BusTransport EffectiveTransport => Transport ?? (RabbitMq is null ? BusTransport.Memory : BusTransport.RabbitMq);

    /// <summary>One address for each node, or the only one; of a broker that is set.</summary>
    public IReadOnlyList<Uri> NodeAddresses()
    {
        var address = new Uri(RabbitMq!);
        return NodeNames() is { Length: > 0 } nodes ? [.. nodes.Select(node => OfNode(address, node))] : [address];
    }

    /// <summary>Every fault of these settings, as sentences; empty when none.</summary>
    public IEnumerable<string> Faults()
    {
        if (EffectiveTransport == BusTransport.RabbitMq && !IsAmqp(RabbitMq))
        {
            yield return "JOORBUS__RABBITMQ is not an amqp URI; write amqp://user:password@host:5672/vhost";
        }

        if (NodeNames().FirstOrDefault(node => !IsNode(node)) is { } wrong)
        {
            yield return $"JOORBUS__BUS__NODES has '{wrong}', which is no host; write host or host:port, several separated by commas";
        }

        if (DeliveryLimit is < 2 or > 1000)
        {
            yield return $"JOORBUS__BUS__DELIVERYLIMIT is {DeliveryLimit}; allowed is 2 to 1000";
        }

        if (Concurrency is < 1 or > 1000)
        {
            yield return $"JOORBUS__BUS__CONCURRENCY is {Concurrency}; allowed is 1 to 1000";
        }
    }

    internal string[] NodeNames() => Nodes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    private static Uri OfNode(Uri address, string node)
    {
        var (host, port) = Parts(node);
        return new UriBuilder(address) { Host = host, Port = port ?? address.Port }.Uri;
    }

    private static bool IsNode(string node) =>
        Parts(node) is var (host, port) && Uri.CheckHostName(host) != UriHostNameType.Unknown && port is null or > 0 and <= 65535;

    private static (string Host, int? Port) Parts(string node)
    {
        var colon = node.LastIndexOf(':');
        return colon > 0 && int.TryParse(node.AsSpan(colon + 1), out var port) ? (node[..colon], port) : (node, null);
    }

    private static bool IsAmqp(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "amqp" or "amqps";
}
