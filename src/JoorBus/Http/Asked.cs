using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Connections.Cataloguing;

namespace JoorBus.Http;

/// <summary>Reads what a request asks for, and refuses in sentences what cannot be. Each method returns null after it refused.</summary>
internal static class Asked
{
    public const int MostRows = 1000;
    public const int UsualRows = 50;

    // Longer than any id; a search goes into a statement.
    private const int LongestText = 500;

    public static string? Text(this HttpContext http, string name) => http.Request.Query[name].ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    public static bool Flag(this HttpContext http, string name) => http.Request.Query[name] == "true";

    /// <summary>The connection of that name, whatever its state.</summary>
    public static async Task<CataloguedConnection?> ConnectionAsync(this HttpContext http, string name)
    {
        var found = http.RequestServices.GetRequiredService<ConnectionCatalog>().Named(name);
        if (found is null)
            await http.RefuseAsync(StatusCodes.Status404NotFound, $"No connection is named '{name}'; see them with: joorbus connections list");
        return found;
    }

    /// <summary>Rows wanted, and where they begin; every text is short enough, and the connection, where one is named, is known.</summary>
    public static async Task<AskedPage?> PageAsync(this HttpContext http, IReadOnlyList<string> states, Predicate<string> isCursor)
    {
        var limit = UsualRows;
        if (http.Text("limit") is { } wanted && (!int.TryParse(wanted, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > MostRows))
            return await RefuseAsync(http, $"limit is '{wanted}'; allowed is 1 to {MostRows}");
        if (http.Text("state") is { } state && !states.Contains(state, StringComparer.OrdinalIgnoreCase))
            return await RefuseAsync(http, $"state is '{state}'; allowed is {string.Join(", ", states)}");
        if (http.Request.Query.FirstOrDefault(pair => pair.Value.ToString() is var text && (text.Length > LongestText || text.Contains('\0'))).Key is { } long_)
            return await RefuseAsync(http, $"{long_} is longer than {LongestText} characters, or holds a NUL");
        if (http.Text("after") is { } after && !isCursor(after))
            return await RefuseAsync(http, "after is not the 'next' of any answer");
        if (http.Text("connection") is { } name && await http.ConnectionAsync(name) is null)
            return null;
        return new AskedPage(http.Text("connection"), http.Text("state"), http.Text("search"), limit, http.Text("after"));
    }

    /// <summary>The body, which must be a JSON object.</summary>
    public static async Task<JsonObject?> ObjectAsync(this HttpContext http)
    {
        if (await JsonBody.ReadAsync(http) is not { } bytes)
            return null;
        try
        {
            if (JsonNode.Parse(bytes) is JsonObject body)
                return body;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            // Told below.
        }

        await http.RefuseAsync(StatusCodes.Status400BadRequest, "The body is no JSON object");
        return null;
    }

    /// <summary>A text of the body; null where it is missing or is none.</summary>
    public static string? Text(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Trim() is { Length: > 0 } given ? given : null;

    public static bool Flag(this JsonObject body, string name) => body[name] is JsonValue value && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>An id from the path, which may hold slashes.</summary>
    public static string Id(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase).Trim();

    private static async Task<AskedPage?> RefuseAsync(HttpContext http, string sentence)
    {
        await http.RefuseAsync(StatusCodes.Status400BadRequest, sentence);
        return null;
    }
}

/// <summary>A page of a list, as asked for.</summary>
internal sealed record AskedPage(string? Connection, string? State, string? Search, int Limit, string? After);
