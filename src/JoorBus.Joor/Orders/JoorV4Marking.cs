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

    private static JoorOrderMarks Refusal(string id, JoorAnswer<JoorOrderMarks> answer) =>
        new() { Refused = [new JoorMarkRefusal(id, answer is JoorAnswer<JoorOrderMarks>.Refused(var reason, _) ? reason : "status 404")] };

    // An order that JOOR names in neither list is not marked yet: the next round tries again.
    private static JoorAnswer<JoorOrderMarks> Read(JoorBody body, string[] ids)
    {
        var answer = JoorV4List.Read(body);
        if (answer is JoorAnswer<JoorV4Rows>.Refused)
            return Refused(body, ids) is { Count: > 0 } refused ? new JoorAnswer<JoorOrderMarks>.Accepted(new JoorOrderMarks { Refused = refused }, body.CreditsLeft) : answer.As(Nothing);
        return answer.As(rows =>
        {
            var marked = rows.Rows.Select(row => new JoorFields(row, "", new JoorFaults()).Text("id")).OfType<string>().Intersect(ids).ToList();
            // An answer without errors that does not repeat what it took has still taken it.
            return new JoorOrderMarks { Marked = marked is [] && rows.Words is null ? ids : marked, Refused = rows.Words is null ? [] : Refused(body, ids) };
        });
    }

    private static JoorOrderMarks Nothing(JoorV4Rows rows) => new();

    private static IReadOnlyList<JoorMarkRefusal> Refused(JoorBody body, string[] ids) =>
    [
        .. new JoorFields(JsonElement.Parse(JoorJson.WithoutMark(body.Bytes).Span), "", new JoorFaults()).List("errors", "error", (error, _) => (Id: error.Child("details")?.Text("id"), Words: $"{error.Text("status")} \"{error.Text("message")}\""))
            .Where(error => ids.Contains(error.Id))
            .Select(error => new JoorMarkRefusal(error.Id!, body.Excerpt.Of(error.Words))),
    ];
}
