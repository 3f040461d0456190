using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Readers of v2's answers: the envelope first, then what it is about.</summary>
internal static class JoorV2Answers
{
    /// <summary>Code 0 and whatever the answer tells.</summary>
    public static Func<JoorBody, JoorAnswer<T>> Told<T>(Func<JsonElement, JoorBody, T> read) => body => JoorTrees.Read(body, root =>
    {
        var envelope = JoorEnvelope.Find(root);
        return envelope is { IsSuccess: false }
            ? envelope.Refuse<T>(body.Excerpt)
            : root.ValueKind != JsonValueKind.Object
                ? new JoorAnswer<T>.Unreadable("it is no object", body.Excerpt.Of(body.Bytes.Span))
                : new JoorAnswer<T>.Accepted(read(root, body), body.CreditsLeft) { LogId = envelope?.LogId };
    });

    /// <summary>Code 0 and nothing else that matters.</summary>
    public static Func<JoorBody, JoorAnswer<JoorDone>> Done { get; } = Told(static (_, _) => JoorDone.Value);

    /// <summary>A page of a list.</summary>
    public static Func<JoorBody, JoorAnswer<JoorPage<T>>> Page<T>(JoorElement<T> element, int start, int pageSize) => body => JoorTrees.Read(body, root =>
    {
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return envelope.Refuse<JoorPage<T>>(body.Excerpt);
        if (element.Nodes.Find(root, envelope is not null) is not { } nodes)
            return Missing<JoorPage<T>>(element.Plural, body, envelope);
        var page = new JoorPage<T>
        {
            Items = element.ReadAll(nodes, body.Excerpt),
            Next = JoorEnvelope.NextAfter(envelope, start, nodes.Count, pageSize),
            Total = envelope?.Total,
            Fingerprint = JoorElement<T>.FingerprintOf(nodes),
        };
        return new JoorAnswer<JoorPage<T>>.Accepted(page, body.CreditsLeft) { LogId = envelope?.LogId };
    });

    /// <summary>The one element asked for; none is NotFound.</summary>
    public static Func<JoorBody, JoorAnswer<T>> One<T>(JoorElement<T> element) => body => JoorTrees.Read(body, root =>
    {
        var envelope = JoorEnvelope.Find(root);
        if (envelope is { IsSuccess: false })
            return envelope.Refuse<T>(body.Excerpt);
        return element.Nodes.Find(root, envelope is not null) switch
        {
            null => Missing<T>(element.Plural, body, envelope),
            [] => new JoorAnswer<T>.NotFound { LogId = envelope?.LogId },
            [var node, ..] => element.ReadOne(node, 1, body.Excerpt) switch
            {
                JoorReading<T>.Readable readable => new JoorAnswer<T>.Accepted(readable.Value, body.CreditsLeft) { LogId = envelope?.LogId },
                JoorReading<T>.Unreadable unreadable => new JoorAnswer<T>.Unreadable(unreadable.Reason.TrimEnd('.'), unreadable.Excerpt) { LogId = envelope?.LogId },
                _ => throw new InvalidOperationException("A reading is readable or not."),
            },
        };
    });

    /// <summary>The named node at the root or below one node of it.</summary>
    public static JsonElement? Find(JsonElement root, string name)
    {
        if (JoorText.TryFind(root, name, out var here))
            return here;
        foreach (var inside in JoorText.Properties(root).Values)
        {
            if (JoorText.TryFind(inside, name, out var below))
                return below;
        }
        return null;
    }

    /// <summary>The elements under a name: an array, one object, or none.</summary>
    public static IReadOnlyList<JsonElement> Elements(JsonElement root, string name) => Find(root, name) switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        { ValueKind: JsonValueKind.Object } single => [single],
        _ => [],
    };

    private static JoorAnswer<T> Missing<T>(string plural, JoorBody body, JoorEnvelope? envelope) =>
        new JoorAnswer<T>.Unreadable($"it holds no list of {plural}", body.Excerpt.Of(body.Bytes.Span)) { LogId = envelope?.LogId };
}
