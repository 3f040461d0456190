using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Finds the orders in an answer: "orders" or "order", as array, as single object, nested, or as JOOR's "" for none.</summary>
internal static class JoorOrderNodes
{
    private static readonly string[] Wrappers = ["orders", "order"];

    /// <summary>Null when the answer holds no place for orders; <paramref name="hasEnvelope"/> makes a missing place an empty one.</summary>
    public static IReadOnlyList<JsonElement>? Find(JsonElement node, bool hasEnvelope) => node.ValueKind switch
    {
        JsonValueKind.Array => [.. node.EnumerateArray().Select(Unwrapped)],
        JsonValueKind.Object => FindIn(node, hasEnvelope),
        JsonValueKind.Null when hasEnvelope => [],
        JsonValueKind.String when hasEnvelope && JoorText.IsBlank(node) => [],
        _ => null,
    };

    private static IReadOnlyList<JsonElement>? FindIn(JsonElement node, bool hasEnvelope)
    {
        foreach (var wrapper in Wrappers)
        {
            if (node.TryGetProperty(wrapper, out var inner))
                return inner.ValueKind == JsonValueKind.Object && !IsWrapper(inner) ? Single(inner) : Find(inner, hasEnvelope: true);
        }
        return node.TryGetProperty("order_id", out _) ? [node] : hasEnvelope ? [] : null;
    }

    private static IReadOnlyList<JsonElement> Single(JsonElement order) =>
        order.EnumerateObject().Any(property => property.Name != "response") ? [order] : [];

    private static bool IsWrapper(JsonElement node) => Wrappers.Any(wrapper => node.TryGetProperty(wrapper, out _));

    private static JsonElement Unwrapped(JsonElement item) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty("order", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : item;
}
