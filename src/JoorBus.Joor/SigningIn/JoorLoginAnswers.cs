using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Reads what the token service answers.</summary>
internal static class JoorLoginAnswers
{
    private const double ShareOfLife = 0.1;

    /// <summary>JOOR's tokens live 10 h; an answer that does not say so is taken for a short-lived one.</summary>
    private const double UnsaidLifeSeconds = 300;
    private const double LongestLifeSeconds = 90 * 86_400;

    public static JoorAnswer<JoorAccessToken> Token(ReadOnlyMemory<byte> body, JoorConnection connection, TimeSpan margin, DateTimeOffset now)
    {
        using var document = Parse(body);
        if (document is null || Text(document.RootElement, "access_token") is not { Length: > 0 } token || token.Any(c => c is <= ' ' or >= '\x7f'))
            return new JoorAnswer<JoorAccessToken>.Unreadable("it holds no access_token; check the connection's TokenUrl", document is null ? connection.Excerpt.Of(body.Span) : "(not shown)");
        var life = TimeSpan.FromSeconds(Math.Clamp(Seconds(document.RootElement), 1, LongestLifeSeconds));
        var tenth = life * ShareOfLife;
        return new JoorAnswer<JoorAccessToken>.Accepted(new JoorAccessToken(token, now + life - (tenth < margin ? tenth : margin)), 0);
    }

    /// <summary>The OAuth error in words; null when the body is none.</summary>
    public static string? Refusal(ReadOnlyMemory<byte> body, JoorConnection connection)
    {
        using var document = Parse(body);
        if (document is null || Text(document.RootElement, "error") is not { } error)
            return null;
        var words = Text(document.RootElement, "error_description");
        return connection.Excerpt.Of(words is null ? error : $"{error}, \"{words}\"");
    }

    private static double Seconds(JsonElement root) =>
        !JoorText.TryFind(root, "expires_in", out var life) ? UnsaidLifeSeconds
        : life.ValueKind == JsonValueKind.Number && life.TryGetDouble(out var number) ? number
        : double.TryParse(Text(root, "expires_in"), NumberStyles.Float, CultureInfo.InvariantCulture, out var written) && double.IsFinite(written) ? written
        : UnsaidLifeSeconds;

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(JoorJson.WithoutMark(body));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement root, string name)
    {
        try
        {
            return JoorText.TryFind(root, name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // A text that is not Unicode.
            return null;
        }
    }
}
