using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>v4's answers: data and errors at the root, or one level below it where something on the way made XML of them.</summary>
internal static class JoorV4Answers
{
    public static JsonElement Inside(JsonElement root) =>
        !Holds(root) && JoorText.Properties(root).Values.ToArray() is [var only] && Holds(only) ? only : root;

    private static bool Holds(JsonElement node) => JoorText.TryFind(node, "data", out _) || JoorText.TryFind(node, "errors", out _);
}
