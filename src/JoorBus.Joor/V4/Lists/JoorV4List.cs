using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>One kind of list of v4: pages of data, with errors beside or instead of it.</summary>
internal sealed class JoorV4List<T>(JoorRequestDoor door, string path, JoorElement<T> element)
{
    public Task<JoorAnswer<JoorPage<T>>> ReadPageAsync(Func<JoorQueryText, JoorQueryText> filter, JoorPaging paging, CancellationToken cancellationToken)
    {
        paging.Check();
        var query = filter(new JoorQueryText()).Add("page", paging.Page).Add("page_size", paging.Size);
        var request = new JoorRequest(HttpMethod.Get, path, query.ToString(), JoorRequestKind.Read, paging.Priority) { Version = JoorApiVersion.V4 };
        return door.SendAsync(request, body => Read(body, paging, element), cancellationToken);
    }

    /// <summary>Ends after the last page, or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<T>>> ReadAllAsync(Func<JoorQueryText, JoorQueryText> filter, JoorPaging? paging, CancellationToken cancellationToken)
    {
        var first = paging ?? new JoorPaging();
        return JoorStreams.ReadAll<T, JoorPaging>(
            first, (at, token) => ReadPageAsync(filter, at, token), (at, page) => page.Next is null ? null : at.After(page.Items.Count), cancellationToken);
    }

    internal static JoorAnswer<JoorPage<T>> Read(JoorBody body, JoorPaging paging, JoorElement<T> element) =>
        JoorTrees.Read(body, root => Read(JoorV4Answers.Inside(root), body, paging, element));

    private static JoorAnswer<JoorPage<T>> Read(JsonElement root, JoorBody body, JoorPaging paging, JoorElement<T> element)
    {
        var errors = JoorError.In(root);
        var nodes = element.Nodes.Find(root, hasEnvelope: errors.Count > 0 || JoorText.TryFind(root, "errors", out _));
        if (nodes is null)
            return new JoorAnswer<JoorPage<T>>.Unreadable("it holds no data", body.Excerpt.Of(body.Bytes.Span));
        if (nodes.Count == 0 && errors is [var error, ..])
            return new JoorAnswer<JoorPage<T>>.Refused(body.Excerpt.Of(error.ToString()), error.Field);
        var total = TotalOf(root);
        return new JoorAnswer<JoorPage<T>>.Accepted(
            new JoorPage<T>
            {
                Items = element.ReadAll(nodes, body.Excerpt),
                Next = paging.MayGoOn(nodes.Count, total) ? paging.Page + 1 : null,
                Total = total,
                Errors = [.. errors.Select(found => found with { Message = body.Excerpt.Of(found.Message) })],
                Fingerprint = JoorElement<T>.FingerprintOf(nodes),
            },
            body.CreditsLeft);
    }

    private static int? TotalOf(JsonElement root) =>
        JoorText.TryFind(root, "pagination", out var pagination) ? new JoorFields(pagination, "pagination", new JoorFaults()).Integer("total") : null;
}
