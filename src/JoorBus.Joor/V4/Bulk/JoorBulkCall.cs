using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Sends elements by one request and tells each one's fate.</summary>
internal static class JoorBulkCall
{
    public static Task<JoorAnswer<JoorBulk<TIn, TOut>>> SendAsync<TIn, TOut>(
        this JoorRequestDoor door, JoorBulkShape<TIn, TOut> shape, IReadOnlyList<TIn> items, Action<JoorChecks, TIn, string> check, CancellationToken cancellationToken,
        JoorQueryText? query = null, JoorPriority priority = JoorPriority.Products)
    {
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        var checks = new JoorChecks();
        for (var at = 0; at < items.Count; at++)
            check(checks, items[at], string.Create(CultureInfo.InvariantCulture, $"element {at + 1} of {items.Count}"));
        var payload = JoorJsonBodyWriter.WriteArray(items, shape.Write);
        var request = new JoorRequest(HttpMethod.Post, shape.Path, query?.ToString() ?? "", shape.Kind, priority)
        {
            Version = JoorApiVersion.V4,
            Body = JoorBodyContent.Of(payload.Bytes, payload.ContentType),
            ReadsRefusals = true,
        };
        return checks.OrSend(door, request, body => Read(body, shape, items, payload), cancellationToken);
    }

    internal static JoorAnswer<JoorBulk<TIn, TOut>> Read<TIn, TOut>(
        JoorBody body, JoorBulkShape<TIn, TOut> shape, IReadOnlyList<TIn> items, JoorPayload sent) =>
        JoorTrees.Read(body, root => Read(JoorV4Answers.Inside(root), body, shape, items, sent));

    private static JoorAnswer<JoorBulk<TIn, TOut>> Read<TIn, TOut>(
        JsonElement root, JoorBody body, JoorBulkShape<TIn, TOut> shape, IReadOnlyList<TIn> items, JoorPayload sent)
    {
        var errors = JoorError.In(root);
        var found = shape.Element.Nodes.Find(root, hasEnvelope: errors.Count > 0 || JoorText.TryFind(root, "errors", out _));
        if (found is null || (body.Status >= 400 && errors.Count == 0))
            return Otherwise<TIn, TOut>(root, body);
        var data = found.Where(node => node.ValueKind is JsonValueKind.Object or JsonValueKind.String or JsonValueKind.Number).ToArray();
        using var document = JsonDocument.Parse(sent.Bytes);
        var toldOf = JoorBulkMatching.Match(
            [.. document.RootElement.EnumerateArray().Select(JoorEcho.Of)], [.. data.Select(JoorEcho.Of)], [.. errors.Select(error => error.Echo)], shape.Identities);
        // Errors alone, none of which is about an element, refuse the call as a whole.
        if (data.Length == 0 && errors is [var first, ..] && Array.TrueForAll(toldOf, told => told < 0))
        {
            var words = body.Excerpt.Of(first.ToString());
            return body.Status == 404 ? new JoorAnswer<JoorBulk<TIn, TOut>>.NotFound { Words = words } : new JoorAnswer<JoorBulk<TIn, TOut>>.Refused(words, first.Field);
        }
        var placed = toldOf.ToHashSet();
        var bulk = new JoorBulk<TIn, TOut>
        {
            Items = [.. items.Select((item, at) => Fate(item, toldOf[at], data, errors, shape.Element, body.Excerpt))],
            Unplaced = [.. errors.Where((_, index) => !placed.Contains(data.Length + index)).Select(error => error with { Message = body.Excerpt.Of(error.Message) })],
            Surplus = Enumerable.Range(0, data.Length).Count(index => !placed.Contains(index)),
        };
        return new JoorAnswer<JoorBulk<TIn, TOut>>.Accepted(bulk, body.CreditsLeft);
    }

    private static JoorBulkItem<TIn, TOut> Fate<TIn, TOut>(
        TIn item, int told, JsonElement[] data, IReadOnlyList<JoorError> errors, JoorElement<TOut> element, JoorExcerpt excerpt)
    {
        if (told < 0)
            return new JoorBulkItem<TIn, TOut>.Unconfirmed(item);
        if (told < data.Length)
            return new JoorBulkItem<TIn, TOut>.Accepted(item, element.ReadLeniently(data[told]));
        var error = errors[told - data.Length];
        return new JoorBulkItem<TIn, TOut>.Refused(item, error.Status, excerpt.Of(error.Message), error.Field);
    }

    private static JoorAnswer<JoorBulk<TIn, TOut>> Otherwise<TIn, TOut>(JsonElement root, JoorBody body)
    {
        if (body.Status < 400)
            return new JoorAnswer<JoorBulk<TIn, TOut>>.Unreadable("it holds neither data nor errors", body.Excerpt.Of(body.Bytes.Span));
        var words = JoorEnvelope.Find(root)?.Comment is { } comment ? body.Excerpt.Of(comment) : body.Excerpt.Of(body.Bytes.Span);
        return body.Status == 404
            ? new JoorAnswer<JoorBulk<TIn, TOut>>.NotFound { Words = words }
            : new JoorAnswer<JoorBulk<TIn, TOut>>.Refused(string.Create(CultureInfo.InvariantCulture, $"status {body.Status}, \"{words}\""));
    }
}
