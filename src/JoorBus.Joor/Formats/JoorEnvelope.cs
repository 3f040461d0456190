using System.Text.Json;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>JOOR's v2 answer around the data: code, comment, log_id, paging, in any of the nestings seen or inferred.</summary>
internal sealed record JoorEnvelope(string Code, string? Comment, string? LogId, int? NextStart, bool SaysNextStart, int? Total)
{
    private static readonly JoorEnvelope None = new("0", null, null, null, false, null);

    public bool IsSuccess => decimal.TryParse(Code, out var number) ? number == 0 : Code.Length == 0;

    /// <summary>The block "response" at the root or one level below; null when there is none.</summary>
    public static JoorEnvelope? Find(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return null;
        if (Block(root) is { } here)
            return here;
        return root.EnumerateObject().Select(property => Block(property.Value)).FirstOrDefault(below => below is not null);
    }

    /// <summary>Where the next page starts; null after the last.</summary>
    public static int? NextAfter(JoorEnvelope? envelope, int start, int elements, int pageSize)
    {
        // An answer that does not speak of a next page while this one is full: asking once more costs a credit, not asking costs elements.
        if (envelope is not { SaysNextStart: true })
            return elements > 0 && elements >= pageSize ? start + elements : null;
        if (envelope.NextStart is not { } next || next <= start)
            return null;
        // An empty page ends the reading, unless JOOR counts more than it has shown: so no answer can keep a reader going for ever.
        return elements > 0 || envelope.Total > next ? next : null;
    }

    /// <summary>Refused, in JOOR's words.</summary>
    public JoorAnswer<T> Refuse<T>(JoorExcerpt excerpt) =>
        new JoorAnswer<T>.Refused(excerpt.Of($"code {Code}, \"{Comment ?? "no comment"}\"")) { LogId = LogId };

    /// <summary>JOOR's comment when the body is its envelope, its message when it is a v4 error, else the body's start; and the log id.</summary>
    public static (string Words, string? LogId) WordsOf(ReadOnlySpan<byte> body, JoorExcerpt excerpt)
    {
        try
        {
            using var document = JoorTrees.Parse(body.ToArray());
            if (Find(document.RootElement) is { Comment: { } comment } envelope)
                return (excerpt.Of(comment), envelope.LogId);
            if (JoorError.In(document.RootElement) is [var error, ..])
                return (excerpt.Of(error.ToString()), null);
        }
        catch (Exception fault) when (fault is JsonException or XmlException)
        {
            return (excerpt.Of(body), null);
        }
        return (excerpt.Of(body), null);
    }

    private static JoorEnvelope? Block(JsonElement parent)
    {
        if (!JoorText.TryFind(parent, "response", out var response))
            return null;
        // The documented answer to a deleted image holds a log id and nothing else.
        if (response.ValueKind == JsonValueKind.String && JoorText.TryRead(response, out var text) && Guid.TryParse(text, out _))
            return None with { LogId = text };
        if (response.ValueKind != JsonValueKind.Object)
            return null;
        var faults = new JoorFaults();
        var fields = new JoorFields(response, "response", faults);
        return None with
        {
            Code = fields.Text("code") ?? "",
            Comment = fields.Text("comment"),
            LogId = fields.Text("log_id"),
            NextStart = fields.Integer("next_start"),
            SaysNextStart = JoorText.TryFind(response, "next_start", out _),
            Total = fields.Integer("total") ?? fields.Integer("count"),
        };
    }
}
