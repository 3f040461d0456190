using System.Text.Json.Nodes;

namespace JoorBus.Http;

/// <summary>The common part of replacing settings: <c>{ "version": …, "settings": { … } }</c>.</summary>
internal static class SettingsChange
{
    /// <summary>The new settings; null after the request was refused.</summary>
    /// <param name="http">Where to refuse.</param>
    /// <param name="body">What came.</param>
    /// <param name="before">The settings as they are.</param>
    /// <param name="version">Their version.</param>
    public static async Task<T?> ReadAsync<T>(HttpContext http, JsonObject body, T before, int version)
        where T : class
    {
        if (body["settings"] is not JsonObject given || body["version"] is not JsonValue value || !value.TryGetValue<int>(out var read))
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, "Send { \"version\": …, \"settings\": { … } }: all settings, and the version they had when you read them");
            return null;
        }

        if (read != version)
        {
            await ConflictAsync(http);
            return null;
        }

        var (settings, fault) = SettingsJson.Read(given, before);
        if (fault is not null)
            await http.RefuseAsync(StatusCodes.Status400BadRequest, fault);
        return settings;
    }

    public static Task ConflictAsync(HttpContext http) =>
        http.RefuseAsync(StatusCodes.Status409Conflict, "Somebody else changed these settings since you read them; nothing was changed. Read them again and repeat");

    /// <summary>Faults as one text, each a sentence that begins and ends as one.</summary>
    public static string Sentences(IEnumerable<string> faults) => string.Join(" ", faults.Select(fault => fault.EndsWith('.') ? fault : $"{fault}."));
}
