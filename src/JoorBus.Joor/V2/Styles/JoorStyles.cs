namespace JoorBus.Joor;

/// <summary>Styles through v2.</summary>
public sealed class JoorStyles
{
    private readonly JoorRequestDoor _door;

    internal JoorStyles(JoorRequestDoor door) => _door = door;

    /// <summary>Reads one page.</summary>
    public Task<JoorAnswer<JoorPage<JoorStyle>>> ReadPageAsync(JoorStyleQuery query, CancellationToken cancellationToken)
    {
        query.Check();
        var text = new JoorQueryText()
            .Add("count", query.Count).Add("start_from", query.StartFrom > 0 ? query.StartFrom : null)
            .Add("date_start", query.ModifiedFrom).Add("date_end", query.ModifiedUntil)
            .Add("date_created_start", query.CreatedFrom).Add("date_created_end", query.CreatedUntil);
        var request = new JoorRequest(HttpMethod.Get, JoorStylePaths.ById, text.ToString(), JoorRequestKind.Read, query.Priority);
        return _door.SendAsync(request, JoorV2Answers.Page(JoorStyleShape.Element, query.StartFrom, query.Count), cancellationToken);
    }

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorStyle>>> ReadAllAsync(JoorStyleQuery query, CancellationToken cancellationToken = default) =>
        JoorStreams.ReadAll(query.StartFrom, (start, token) => ReadPageAsync(query with { StartFrom = start }, token), cancellationToken);

    /// <summary>One style.</summary>
    public Task<JoorAnswer<JoorStyle>> GetAsync(JoorStyleKey key, CancellationToken cancellationToken) =>
        JoorStylePaths.Check(key).OrSend(_door, Request(HttpMethod.Get, key, JoorRequestKind.Read), JoorV2Answers.One(JoorStyleShape.Element), cancellationToken);

    /// <summary>Creates a style; JOOR refuses one that exists.</summary>
    public Task<JoorAnswer<JoorStyleKey>> CreateAsync(JoorStyle style, CancellationToken cancellationToken)
    {
        var request = new JoorRequest(HttpMethod.Post, JoorStylePaths.ByNumber, "", JoorRequestKind.Write, JoorPriority.Products) { Body = JoorStyleBody.Of("styles", [style]) };
        return JoorStyleBody.Check([style], isNew: true).OrSend(_door, request, KeyOf(style), cancellationToken);
    }

    /// <summary>Sets what the style holds, at the address of <paramref name="key"/>.</summary>
    public Task<JoorAnswer<JoorStyleKey>> UpdateAsync(JoorStyleKey key, JoorStyle style, CancellationToken cancellationToken) =>
        JoorStylePaths.Check(key).OrSend(
            _door, Request(HttpMethod.Put, key, JoorRequestKind.RepeatableWrite) with { Body = JoorStyleBody.Of("styles", [style]) }, KeyOf(style), cancellationToken);

    /// <summary>Deletes a style. JOOR cancels it on notes, pending orders and approved orders that are not yet exported.</summary>
    public Task<JoorAnswer<JoorDone>> DeleteAsync(JoorStyleKey key, CancellationToken cancellationToken) => DeleteAsync(key, new JoorQueryText(), cancellationToken);

    /// <summary>Deletes one colour, with the same effect on orders.</summary>
    public Task<JoorAnswer<JoorDone>> DeleteColorAsync(JoorStyleKey key, string colorCode, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(colorCode);
        return DeleteAsync(key, new JoorQueryText().Add("color_code", colorCode), cancellationToken);
    }

    /// <summary>Deletes one size.</summary>
    public Task<JoorAnswer<JoorDone>> DeleteSizeAsync(JoorStyleKey key, string size, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(size);
        return DeleteAsync(key, new JoorQueryText().Add("size", size), cancellationToken);
    }

    private Task<JoorAnswer<JoorDone>> DeleteAsync(JoorStyleKey key, JoorQueryText query, CancellationToken cancellationToken) =>
        JoorStylePaths.Check(key).OrSend(
            _door, Request(HttpMethod.Delete, key, JoorRequestKind.RepeatableWrite) with { Query = query.ToString() }, JoorV2Answers.Done, cancellationToken);

    private static JoorRequest Request(HttpMethod verb, JoorStyleKey key, JoorRequestKind kind) =>
        new(verb, JoorStylePaths.Of(key), "", kind, JoorPriority.Products) { Endpoint = JoorStylePaths.EndpointOf(key) };

    private static Func<JoorBody, JoorAnswer<JoorStyleKey>> KeyOf(JoorStyle sent) => JoorV2Answers.Told((root, _) =>
    {
        var fields = new JoorFields(JoorV2Answers.Elements(root, "style") is [var told, ..] ? told : default, "style", new JoorFaults());
        return new JoorStyleKey
        {
            Id = fields.Text("style_id") ?? sent.StyleId,
            Number = fields.Text("style_number") ?? sent.Number,
            Identifier = fields.Text("style_identifier") ?? sent.Identifier,
        };
    });
}
