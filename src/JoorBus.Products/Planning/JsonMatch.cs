using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace JoorBus.Products.Planning;

/// <summary>Compares records with lists inside by their JSON.</summary>
internal static class JsonMatch
{
    public static bool AreEqual<T>(T one, T other) => JsonNode.DeepEquals(Node(one), Node(other));

    /// <summary>Whether <paramref name="known"/> holds all of <paramref name="wanted"/>, whatever else it holds.</summary>
    public static bool Holds<T>(T known, T wanted) => Holds(Node(known), Node(wanted));

    /// <summary>Names of the properties that are not equal, or with <paramref name="isRead"/> not held.</summary>
    public static IReadOnlyList<string> Differences<T>(T known, T wanted, bool isRead)
    {
        var (before, after) = (Node(known)!.AsObject(), Node(wanted)!.AsObject());
        return [.. before.Select(property => property.Key).Union(after.Select(property => property.Key))
            .Where(name => isRead ? !Holds(before[name], after[name]) : !JsonNode.DeepEquals(before[name], after[name]))
            .Select(name => JsonNamingPolicy.KebabCaseLower.ConvertName(name).Replace('-', ' '))];
    }

    /// <summary>Whether what was read speaks against what was sent; a field that was not read does not.</summary>
    public static bool Contradicts<T>(T read, T sent) => Contradicts(Node(read), Node(sent));

    private static bool Holds(JsonNode? known, JsonNode? wanted) => (known, wanted) switch
    {
        (_, null) => true,
        (_, JsonArray { Count: 0 }) => true,
        (null, JsonValue text) => IsEmpty(text),
        (JsonObject one, JsonObject other) => other.All(property => Holds(one[property.Key], property.Value)),
        (JsonArray one, JsonArray other) => other.All(item => one.Any(candidate => Holds(candidate, item))),
        _ => JsonNode.DeepEquals(known, wanted),
    };

    private static bool Contradicts(JsonNode? read, JsonNode? sent) => (read, sent) switch
    {
        (null, _) or (_, null) => false,
        (JsonArray { Count: 0 }, _) => false,
        (JsonObject one, JsonObject other) => other.Any(property => Contradicts(one[property.Key], property.Value)),
        (JsonArray one, JsonArray other) => other.Any(item => one.All(candidate => Contradicts(candidate, item))),
        (JsonValue, JsonValue text) when IsEmpty(text) => false,
        _ => !JsonNode.DeepEquals(read, sent),
    };

    private static bool IsEmpty(JsonValue value) => value.TryGetValue<string>(out var text) && text.Length == 0;

    private static JsonNode? Node<T>(T value) =>
        JsonSerializer.SerializeToNode(value, (JsonTypeInfo<T>)PlanningJson.Default.GetTypeInfo(typeof(T))!);
}
