using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>The cheapest request of each API version that shows whether address, credentials, account and right are in order: one credit, no effect.</summary>
internal static class JoorProbes
{
    public static JoorRequest Request(JoorApiVersion version) => version == JoorApiVersion.V4
        ? new JoorRequest(HttpMethod.Get, "/price_types", "?page_size=1", JoorRequestKind.Read, JoorPriority.OrderReading) { Version = JoorApiVersion.V4 }
        // sync=0 and check=0: neither marks the order nor judges it.
        : new JoorRequest(HttpMethod.Get, "/order/", "?order_type=8&sync=0&check=0&count=1", JoorRequestKind.Read, JoorPriority.OrderReading);

    public static JoorAnswer<bool> Read(JoorApiVersion version, JoorBody body) => JoorTrees.Read(body, root =>
    {
        if (version == JoorApiVersion.V4)
            return root.ValueKind == JsonValueKind.Object && JoorText.TryFind(root, "data", out _) ? Good(body) : Strange(body, "it holds no 'data'");
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return new JoorAnswer<bool>.Refused(body.Excerpt.Of($"code {envelope.Code}, \"{envelope.Comment ?? "no comment"}\"")) { LogId = envelope.LogId };
        return envelope is not null || root.ValueKind == JsonValueKind.Array || (root.ValueKind == JsonValueKind.Object && JoorText.TryFind(root, "orders", out _))
            ? Good(body)
            : Strange(body, "it holds no orders");
    });

    private static JoorAnswer<bool> Good(JoorBody body) => new JoorAnswer<bool>.Accepted(true, body.CreditsLeft);

    private static JoorAnswer<bool> Strange(JoorBody body, string why) => new JoorAnswer<bool>.Unreadable(why, body.Excerpt.Of(body.Bytes.Span));
}
