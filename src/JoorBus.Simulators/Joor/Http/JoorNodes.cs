using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Reads bodies the way JOOR seems to: numbers may be texts, lists may be wrapped or alone.</summary>
internal static class JoorNodes
{
    /// <summary>The value as text; null when missing, empty or no single value.</summary>
    public static string? Text(this JsonNode? node, string name) =>
        node is JsonObject parts && parts.TryGetPropertyValue(name, out var value) ? Text(value) : null;

    public static string? Text(JsonNode? value) => value is JsonValue && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number; 15.0 is one.</summary>
    public static int? Whole(this JsonNode? node, string name) =>
        node.Amount(name) is { } amount && amount == decimal.Truncate(amount) && Math.Abs(amount) <= int.MaxValue ? (int)amount : null;

    public static decimal? Amount(this JsonNode? node, string name) =>
        decimal.TryParse(node.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    public static bool? Flag(this JsonNode? node, string name) => node.Text(name)?.ToLowerInvariant() switch
    {
        "true" or "1" => true,
        "false" or "0" => false,
        _ => null,
    };

    public static JsonNode? Child(this JsonNode? node, string name) => node is JsonObject parts && parts.TryGetPropertyValue(name, out var value) ? value : null;

    /// <summary>Elements of a list: an array, one element alone, or either inside a node of the element's name; also where the whole is wrapped in an array of one.</summary>
    public static IReadOnlyList<JsonNode> Items(this JsonNode? node, string list, string item)
    {
        if (node is JsonArray { Count: 1 } wrapped)
            node = wrapped[0];
        return Flat(node.Child(list), item);
    }

    private static List<JsonNode> Flat(JsonNode? node, string item) => node switch
    {
        JsonArray array => [.. array.SelectMany(element => Flat(element, item))],
        JsonObject parts when parts.ContainsKey(item) && parts[item] is JsonArray or JsonObject => Flat(node[item], item),
        JsonObject parts => [parts],
        _ => [],
    };
}
