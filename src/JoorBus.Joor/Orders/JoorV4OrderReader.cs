using System.Runtime.CompilerServices;

namespace JoorBus.Joor;

/// <summary>Orders through v4: headers by time of last change, then their lines; marks order by order.</summary>
internal sealed class JoorV4OrderReader : JoorOrderReader
{
    private readonly JoorConnection _connection;
    private readonly JoorV4OrderOptions _names;
    private readonly JoorV4RowPages _list;
    private readonly JoorV4Lines _lines;
    private readonly JoorV4OrderParser _parser;
    private readonly JoorV4Marking _marking;

    public JoorV4OrderReader(JoorConnection connection, JoorRequestDoor door, JoorV4OrderOptions names, TimeProvider clock)
    {
        (_connection, _names, _list) = (connection, names, new JoorV4RowPages(door));
        _lines = new JoorV4Lines(_list, new JoorV4Upcs(_list, names, clock), names);
        _parser = new JoorV4OrderParser(connection.Options.MaxOrderBytes);
        _marking = new JoorV4Marking(door);
    }

    public override string Account => _connection.Account;

    public override JoorMarksBy MarksBy => JoorMarksBy.Order;

    public override IAsyncEnumerable<JoorAnswer<JoorOrderPage>> ReadWindowAsync(JoorOrderWindow window, CancellationToken cancellationToken) =>
        new JoorV4WindowReading(_list, _lines, _parser, _names, window).ReadAsync(_connection.Options.PageSize, cancellationToken).OneAhead(cancellationToken);

    public override async Task<JoorAnswer<JoorOrderReading>> ReadOneAsync(string joorOrderId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(joorOrderId);
        var found = await _list.ReadAsync(JoorV4WindowReading.Path, $"order_ids={Uri.EscapeDataString(joorOrderId)}", new JoorV4Paging(1, _list.Limit), cancellationToken);
        if (found is not JoorAnswer<JoorV4Rows>.Accepted { Value: { Rows.Count: > 0 } page })
            return found.As(_ => JoorOrderPage.Empty).Only();
        var lines = await _lines.OfAsync([joorOrderId], cancellationToken);
        return lines.As(all => new JoorOrderPage { Orders = [_parser.Read(JoorV4Row.Of(page.Rows[0]), all.Of(joorOrderId), 1, page.Excerpt)] }).Only();
    }

    public override async IAsyncEnumerable<JoorAnswer<JoorOrderMarks>> MarkAsync(
        JoorOrderMarking marking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (marking is not JoorOrderMarking.OfOrders(var ids))
            throw new ArgumentException("v4 marks orders, not windows.", nameof(marking));
        foreach (var chunk in ids.Distinct().Chunk(JoorV4Marking.MostOrders))
        {
            var answer = await _marking.MarkAsync(chunk, cancellationToken);
            yield return answer;
            if (answer is not JoorAnswer<JoorOrderMarks>.Accepted)
                yield break;
        }
    }

    public override async Task<JoorAnswer<JoorOrderPage>> TestAsync(CancellationToken cancellationToken) =>
        (await _list.ReadAsync(JoorV4WindowReading.Path, "", new JoorV4Paging(1, _list.Limit), cancellationToken))
            .As(rows => new JoorOrderPage
            {
                Orders = [.. rows.Rows.Select((row, index) => _parser.Read(JoorV4Row.Of(row), new JoorV4LinesOf([], null, new Dictionary<string, string>()), index + 1, rows.Excerpt))],
                ServerTime = rows.ServerTime,
            });
}
