using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Finds the elements in an answer: under the plural or the singular, as array, as single object, nested, or as JOOR's "" for none.</summary>
internal sealed class JoorNodes(string plural, string singular, params string[] identifying)
{
    private readonly string[] _wrappers = [plural, singular];

    /// <summary>Null when the answer holds no place for elements; <paramref name="hasEnvelope"/> makes a missing place an empty one.</summary>
    public IReadOnlyList<JsonElement>? Find(JsonElement node, bool hasEnvelope) => node.ValueKind switch
    {
        JsonValueKind.Array => [.. node.EnumerateArray().Select(Unwrapped)],
        JsonValueKind.Object => FindIn(node, hasEnvelope),
        JsonValueKind.Null when hasEnvelope => [],
        JsonValueKind.String when hasEnvelope && JoorText.IsBlank(node) => [],
        _ => null,
    };

    private IReadOnlyList<JsonElement>? FindIn(JsonElement node, bool hasEnvelope)
    {
        foreach (var wrapper in _wrappers)
        {
            if (JoorText.TryFind(node, wrapper, out var inner))
                return inner.ValueKind == JsonValueKind.Object && !IsWrapper(inner) ? Single(inner) : Find(inner, hasEnvelope: true);
        }
        return Array.Exists(identifying, name => JoorText.TryFind(node, name, out _)) ? [node] : hasEnvelope ? [] : null;
    }

    private static IReadOnlyList<JsonElement> Single(JsonElement element) =>
        JoorText.Properties(element).Keys.Any(name => name != "response") ? [element] : [];

    private bool IsWrapper(JsonElement node) => Array.Exists(_wrappers, wrapper => JoorText.TryFind(node, wrapper, out _));

    private JsonElement Unwrapped(JsonElement item) =>
        JoorText.TryFind(item, singular, out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : item;
}
