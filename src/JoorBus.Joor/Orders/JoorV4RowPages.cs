using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Pages of v4's lists as they came, {"data": […], "errors": […]} or its twin in XML, for readers that judge rows themselves.</summary>
internal sealed class JoorV4RowPages(JoorRequestDoor door)
{
    private const int MostWords = 3;

    private static readonly JoorNodes Nodes = new("data", "data_item");

    public JoorV4PageLimit Limit { get; } = new();

    public Task<JoorAnswer<JoorV4Rows>> ReadAsync(string path, string query, JoorV4Paging paging, CancellationToken cancellationToken)
    {
        var paged = string.Create(CultureInfo.InvariantCulture, $"?{query}{(query.Length > 0 ? "&" : "")}page={paging.Page}&page_size={paging.Size}");
        var request = new JoorRequest(HttpMethod.Get, path, paged, JoorRequestKind.Read, JoorPriority.OrderReading) { Version = JoorApiVersion.V4 };
        return door.SendAsync(request, Read, cancellationToken);
    }

    // The rows outlive the answer they came in.
    internal static JoorAnswer<JoorV4Rows> Read(JoorBody body) => JoorTrees.Read(body, root => Read(root.Clone(), body));

    /// <summary>The elements of "data"; null when there is no such list.</summary>
    public static IReadOnlyList<JsonElement>? RowsOf(JsonElement root) => Nodes.Find(JoorV4Answers.Inside(root), hasEnvelope: false);

    /// <summary>JOOR's errors as one printable line.</summary>
    public static string Words(IReadOnlyList<JoorError> errors, JoorExcerpt excerpt) =>
        excerpt.Of(string.Join("; ", errors.Take(MostWords)) + (errors.Count > MostWords ? $"; and {errors.Count - MostWords} more" : ""));

    private static JoorAnswer<JoorV4Rows> Read(JsonElement root, JoorBody body)
    {
        var errors = JoorError.In(JoorV4Answers.Inside(root));
        var words = errors.Count == 0 ? null : Words(errors, body.Excerpt);
        var rows = RowsOf(root);
        if (rows is null or [] && words is not null)
            return new JoorAnswer<JoorV4Rows>.Refused(words);
        if (rows is null)
            return new JoorAnswer<JoorV4Rows>.Unreadable("it holds no list \"data\"", body.Excerpt.Of(body.Bytes.Span));
        return new JoorAnswer<JoorV4Rows>.Accepted(new JoorV4Rows(rows, words, body.ServerTime, body.Excerpt), body.CreditsLeft);
    }
}

/// <summary>A page of rows; <paramref name="Words"/> are JOOR's errors beside them, which make it a partial answer.</summary>
internal sealed record JoorV4Rows(IReadOnlyList<JsonElement> Rows, string? Words, DateTimeOffset? ServerTime, JoorExcerpt Excerpt);
