using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Marks orders as exported through v4. The same mark again changes nothing.</summary>
internal sealed class JoorV4Marking(JoorRequestDoor door)
{
    public const int MostOrders = 50;
    private const string Path = "/orders/bulk_update";

    /// <summary>Marks at most <see cref="MostOrders"/> orders; where JOOR refuses the request as such, each half alone.</summary>
    public async Task<JoorAnswer<JoorOrderMarks>> MarkAsync(string[] ids, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(ids.Select(id => new Dictionary<string, string> { ["id"] = id, ["export_status"] = "SUCCESS" }));
        var request = new JoorRequest(HttpMethod.Post, Path, "", JoorRequestKind.RepeatableWrite, JoorPriority.Products)
        {
            Version = JoorApiVersion.V4,
            ReadsRefusals = true,
            Body = JoorBodyContent.Of(body, "application/json"),
        };
        var answer = await door.SendAsync(request, received => Read(received, ids), cancellationToken);
        if (answer is not (JoorAnswer<JoorOrderMarks>.Refused or JoorAnswer<JoorOrderMarks>.NotFound))
            return answer;
        if (ids.Length == 1)
            return new JoorAnswer<JoorOrderMarks>.Accepted(Refusal(ids[0], answer), 0) { Where = answer.Where, LogId = answer.LogId };
        var first = await MarkAsync(ids[..(ids.Length / 2)], cancellationToken);
        if (first is not JoorAnswer<JoorOrderMarks>.Accepted { Value: var marks })
            return first;
        var second = await MarkAsync(ids[(ids.Length / 2)..], cancellationToken);
        return second.As(others => new JoorOrderMarks { Marked = [.. marks.Marked, .. others.Marked], Refused = [.. marks.Refused, .. others.Refused] });
    }

    internal static JoorAnswer<JoorOrderMarks> Read(JoorBody body, string[] ids) => JoorTrees.Read(body, root => Read(root, body, ids));

    private static JoorOrderMarks Refusal(string id, JoorAnswer<JoorOrderMarks> answer) =>
        new() { Refused = [new JoorMarkRefusal(id, answer is JoorAnswer<JoorOrderMarks>.Refused(var reason, _) ? reason : "status 404")] };

    // An order that JOOR names in neither list is not marked yet: the next round tries again.
    private static JoorAnswer<JoorOrderMarks> Read(JsonElement root, JoorBody body, string[] ids)
    {
        var errors = JoorError.In(JoorV4Answers.Inside(root));
        var rows = JoorV4RowPages.RowsOf(root);
        var refused = errors.Where(error => ids.Contains(error.Echo.Find("id"))).Select(error => new JoorMarkRefusal(error.Echo.Find("id")!, JoorV4RowPages.Words([error], body.Excerpt))).ToList();
        if (errors.Count > 0 && refused.Count == 0 && rows is null or [])
            return new JoorAnswer<JoorOrderMarks>.Refused(JoorV4RowPages.Words(errors, body.Excerpt));
        if (rows is null && errors.Count == 0)
            return new JoorAnswer<JoorOrderMarks>.Unreadable("it holds no list \"data\"", body.Excerpt.Of(body.Bytes.Span));
        var marked = (rows ?? []).Select(row => new JoorFields(row, "", new JoorFaults()).Text("id")).OfType<string>().Intersect(ids).ToList();
        // An answer without errors that does not repeat what it took has still taken it.
        return new JoorAnswer<JoorOrderMarks>.Accepted(new JoorOrderMarks { Marked = marked is [] && errors.Count == 0 ? ids : marked, Refused = refused }, body.CreditsLeft);
    }
}
