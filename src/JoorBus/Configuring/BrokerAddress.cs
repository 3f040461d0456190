using JoorBus.Messaging;

namespace JoorBus.Configuring;

/// <summary>The broker's URI: with a password that is kept apart from it, and for each node of a cluster.</summary>
internal static class BrokerAddress
{
    /// <summary>What is no URI stays as it is, for the sentence about it.</summary>
    public static string? Of(string? uri, string? password) =>
        password is null || !Uri.TryCreate(uri, UriKind.Absolute, out var address)
            ? uri
            : new UriBuilder(address) { Password = Uri.EscapeDataString(password) }.Uri.AbsoluteUri;

    /// <summary>One address for each node, or the only one.</summary>
    public static IReadOnlyList<Uri> Nodes(MessagingOptions options)
    {
        var address = new Uri(options.RabbitMq!);
        return options.Nodes?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } nodes
            ? [.. nodes.Select(node => OfNode(address, node))]
            : [address];
    }

    private static Uri OfNode(Uri address, string node)
    {
        var colon = node.LastIndexOf(':');
        return colon > 0 && int.TryParse(node.AsSpan(colon + 1), out var port)
            ? new UriBuilder(address) { Host = node[..colon], Port = port }.Uri
            : new UriBuilder(address) { Host = node }.Uri;
    }
}
