using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Pages of v4's lists: {"data": […], "errors": […]}.</summary>
internal sealed class JoorV4List(JoorRequestDoor door)
{
    public Task<JoorAnswer<JoorV4Rows>> ReadAsync(string path, string query, JoorV4Paging paging, CancellationToken cancellationToken)
    {
        var paged = string.Create(CultureInfo.InvariantCulture, $"?{query}{(query.Length > 0 ? "&" : "")}page={paging.Page}&page_size={paging.Size}");
        var request = new JoorRequest(HttpMethod.Get, path, paged, JoorRequestKind.Read, JoorPriority.OrderReading) { Version = JoorApiVersion.V4 };
        return door.SendAsync(request, Read, cancellationToken);
    }

    /// <summary>The rows of an answer that was read whole.</summary>
    public static JoorAnswer<JoorV4Rows> Read(JoorBody body)
    {
        if (body.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            return new JoorAnswer<JoorV4Rows>.Unreadable("it is empty", "");
        try
        {
            return Read(JsonElement.Parse(JoorJson.WithoutMark(body.Bytes).Span), body);
        }
        catch (JsonException fault)
        {
            return new JoorAnswer<JoorV4Rows>.Unreadable(JoorJson.WhyBroken(body.Bytes.Span, fault), body.Excerpt.Of(body.Bytes.Span));
        }
    }

    private static string? Words(JsonElement root, JoorExcerpt excerpt)
    {
        var errors = root.ValueKind == JsonValueKind.Object ? new JoorFields(root, "", new JoorFaults()).List("errors", "error", Word) : [];
        return errors.Count == 0 ? null : excerpt.Of(string.Join("; ", errors.Take(3)) + (errors.Count > 3 ? $"; and {errors.Count - 3} more" : ""));
    }

    private static string Word(JoorFields error, int position) => string.Join(" ", new[] { error.Text("status"), error.Text("message") is { } message ? $"\"{message}\"" : null }.OfType<string>());

    private static JoorAnswer<JoorV4Rows> Read(JsonElement root, JoorBody body)
    {
        var words = Words(root, body.Excerpt);
        var rows = Rows(root);
        if (rows is null or [] && words is not null)
            return new JoorAnswer<JoorV4Rows>.Refused(words);
        if (rows is null)
            return new JoorAnswer<JoorV4Rows>.Unreadable("it holds no list \"data\"", body.Excerpt.Of(body.Bytes.Span));
        return new JoorAnswer<JoorV4Rows>.Accepted(new JoorV4Rows(rows, words, body.ServerTime, body.Excerpt), body.CreditsLeft);
    }

    private static IReadOnlyList<JsonElement>? Rows(JsonElement node) => node.ValueKind switch
    {
        JsonValueKind.Array => [.. node.EnumerateArray()],
        JsonValueKind.Object when node.TryGetProperty("data", out var data) => data.ValueKind switch
        {
            JsonValueKind.Array => [.. data.EnumerateArray()],
            JsonValueKind.Object => [data],
            JsonValueKind.Null => [],
            JsonValueKind.String when JoorText.IsBlank(data) => [],
            _ => null,
        },
        _ => null,
    };
}

/// <summary>A page of rows; <paramref name="Words"/> are JOOR's errors beside them, which make it a partial answer.</summary>
internal sealed record JoorV4Rows(IReadOnlyList<JsonElement> Rows, string? Words, DateTimeOffset? ServerTime, JoorExcerpt Excerpt);
