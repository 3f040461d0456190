using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>JOOR's words in an error body: v4's first error, v2's comment, else the body's start.</summary>
internal static class JoorErrorWords
{
    public static (string Words, string? LogId) Of(ReadOnlySpan<byte> body, JoorExcerpt excerpt) =>
        FirstError(body) is { } words ? (excerpt.Of(words), null) : JoorEnvelope.WordsOf(body, excerpt);

    private static string? FirstError(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("errors", out var errors))
                return null;
            if (errors is not { ValueKind: JsonValueKind.Array } || errors.GetArrayLength() == 0 || errors[0].ValueKind != JsonValueKind.Object)
                return null;
            var (status, message) = (Text(errors[0], "status"), Text(errors[0], "message"));
            return (status, message) switch { (null, null) => null, (null, _) => message, (_, null) => status, _ => $"{status}: {message}" };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A text that is not Unicode cannot be read as one.
    private static string? Text(JsonElement error, string name)
    {
        try
        {
            return error.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
