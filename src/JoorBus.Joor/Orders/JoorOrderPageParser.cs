using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>From the body of an order read to a page, whatever nesting JOOR chose.</summary>
internal static class JoorOrderPageParser
{
    private static readonly JoorNodes Nodes = new("orders", "order", "order_id");

    public static JoorAnswer<JoorOrderPage> Read(JoorBody body, JoorOrderQuery query, JoorConnection connection) =>
        JoorTrees.Read(body, root => Read(root, body, query, connection));

    private static JoorAnswer<JoorOrderPage> Read(JsonElement root, JoorBody body, JoorOrderQuery query, JoorConnection connection)
    {
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return envelope.Refuse<JoorOrderPage>(connection.Excerpt);
        if (Nodes.Find(root, envelope is not null) is not { } nodes)
            return new JoorAnswer<JoorOrderPage>.Unreadable("it holds no list of orders", connection.Excerpt.Of(body.Bytes.Span)) { LogId = envelope?.LogId };
        var reader = new JoorOrderParser(query, connection);
        var page = new JoorOrderPage
        {
            Orders = [.. nodes.Select((node, index) => reader.Read(node, index + 1))],
            NextStart = JoorEnvelope.NextAfter(envelope, query.StartFrom, nodes.Count, query.Count ?? connection.Options.PageSize),
            Total = envelope?.Total,
            ServerTime = body.ServerTime,
            LogId = envelope?.LogId,
        };
        return new JoorAnswer<JoorOrderPage>.Accepted(page, body.CreditsLeft) { LogId = envelope?.LogId };
    }
}
