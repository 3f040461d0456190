using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>From the body of an order read to a page, whatever nesting JOOR chose.</summary>
internal static class JoorOrderPageParser
{
    public static JoorAnswer<JoorOrderPage> Read(JoorBody body, JoorOrderQuery query, JoorConnection connection)
    {
        if (body.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            return new JoorAnswer<JoorOrderPage>.Unreadable("it is empty", "");
        try
        {
            using var document = JsonDocument.Parse(JoorJson.WithoutMark(body.Bytes));
            return Read(document.RootElement, body, query, connection);
        }
        catch (JsonException fault)
        {
            return new JoorAnswer<JoorOrderPage>.Unreadable(JoorJson.WhyBroken(body.Bytes.Span, fault), connection.Excerpt.Of(body.Bytes.Span));
        }
    }

    private static JoorAnswer<JoorOrderPage> Read(JsonElement root, JoorBody body, JoorOrderQuery query, JoorConnection connection)
    {
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return new JoorAnswer<JoorOrderPage>.Refused(connection.Excerpt.Of($"code {envelope.Code}, \"{envelope.Comment ?? "no comment"}\"")) { LogId = envelope.LogId };
        if (JoorOrderNodes.Find(root, envelope is not null) is not { } nodes)
            return new JoorAnswer<JoorOrderPage>.Unreadable("it holds no list of orders", connection.Excerpt.Of(body.Bytes.Span)) { LogId = envelope?.LogId };
        var reader = new JoorOrderParser(query, connection);
        var page = new JoorOrderPage
        {
            Orders = [.. nodes.Select((node, index) => reader.Read(node, index + 1))],
            NextStart = NextStart(envelope, query, nodes.Count, connection.Options.PageSize),
            Total = envelope?.Total,
            ServerTime = body.ServerTime,
            LogId = envelope?.LogId,
        };
        return new JoorAnswer<JoorOrderPage>.Accepted(page, body.CreditsLeft) { LogId = envelope?.LogId };
    }

    private static int? NextStart(JoorEnvelope? envelope, JoorOrderQuery query, int orders, int pageSize)
    {
        // An answer that does not speak of a next page while this one is full: asking once more costs a credit, not asking costs orders.
        if (envelope is not { SaysNextStart: true })
            return orders > 0 && orders >= (query.Count ?? pageSize) ? query.StartFrom + orders : null;
        if (envelope.NextStart is not { } next || next <= query.StartFrom)
            return null;
        // An empty page ends the reading, unless JOOR counts more than it has shown: so no answer can keep a reader going for ever.
        return orders > 0 || envelope.Total > next ? next : null;
    }
}
