using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace JoorBus.Joor;

/// <summary>Orders through v2. The mark is a synchronising read: it marks what it returns.</summary>
internal sealed class JoorV2OrderReader(JoorConnection connection, JoorRequestDoor door) : JoorOrderReader
{
    private const string Path = "/order/";

    private static readonly TimeSpan Edge = TimeSpan.FromMicroseconds(1);

    public override string Account => connection.Account;

    public override JoorMarksBy MarksBy => JoorMarksBy.Window;

    public override IAsyncEnumerable<JoorAnswer<JoorOrderPage>> ReadWindowAsync(JoorOrderWindow window, CancellationToken cancellationToken) =>
        new JoorV2WindowReading(this, window).ReadAsync(cancellationToken).OneAhead(cancellationToken);

    public override async Task<JoorAnswer<JoorOrderReading>> ReadOneAsync(string joorOrderId, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(joorOrderId);
        var query = new JoorOrderQuery { Filter = JoorOrderFilter.All, Count = 1 };
        var request = new JoorRequest(HttpMethod.Get, Path + Uri.EscapeDataString(joorOrderId), QueryString(query), JoorRequestKind.Read, JoorPriority.OrderReading)
        {
            Endpoint = Path,
        };
        return (await door.SendAsync(request, body => JoorOrderPageParser.Read(body, query, connection), cancellationToken)).Only();
    }

    // Each read takes the returned orders out of what the next one finds, so every read starts at the first page.
    public override async IAsyncEnumerable<JoorAnswer<JoorOrderMarks>> MarkAsync(
        JoorOrderMarking marking, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (marking is not JoorOrderMarking.OfWindow(var window))
            throw new ArgumentException("v2 marks windows of orders.", nameof(marking));
        var query = new JoorOrderQuery
        {
            Filter = window.Filter,
            ExportStatus = JoorExportStatus.NotExportedOrModified,
            ModifiedFrom = window.From - Edge,
            ModifiedUntil = window.Until + Edge,
            MarkExported = true,
        };
        while (true)
        {
            var answer = await ReadPageAsync(query, cancellationToken);
            yield return answer.As(page => new JoorOrderMarks { Returned = page.Orders });
            if (answer is not JoorAnswer<JoorOrderPage>.Accepted { Value: var page } || page.Orders.Count < connection.Options.PageSize)
                yield break;
        }
    }

    /// <summary>Reads one page. Only a query that contradicts itself, or cancellation, throws.</summary>
    public Task<JoorAnswer<JoorOrderPage>> ReadPageAsync(JoorOrderQuery query, CancellationToken cancellationToken)
    {
        Check(query);
        var request = new JoorRequest(
            HttpMethod.Get, Path, QueryString(query), query.MarkExported ? JoorRequestKind.MarkingRead : JoorRequestKind.Read, JoorPriority.OrderReading);
        return door.SendAsync(request, body => JoorOrderPageParser.Read(body, query, connection), cancellationToken);
    }

    public override Task<JoorAnswer<JoorOrderPage>> TestAsync(CancellationToken cancellationToken) =>
        ReadPageAsync(new JoorOrderQuery { Filter = JoorOrderFilter.All, Count = 1 }, cancellationToken);

    private static void Check(JoorOrderQuery query)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(query.StartFrom);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.Count ?? 1, 1);
        if (query.ModifiedFrom.HasValue != query.ModifiedUntil.HasValue || query.ModifiedFrom > query.ModifiedUntil)
            throw new ArgumentException("ModifiedFrom and ModifiedUntil belong together, in this order.", nameof(query));
    }

    private string QueryString(JoorOrderQuery query)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"?order_type={(int)query.Filter}");
        if (query.ExportStatus is { } exported)
            text.Append(CultureInfo.InvariantCulture, $"&export_status={(int)exported}");
        if (query is { ModifiedFrom: { } from, ModifiedUntil: { } until })
            text.Append(CultureInfo.InvariantCulture, $"&date_start={Time(from)}&date_end={Time(until)}");
        // check=0: a failed field check would mark the order as failed in JOOR, which reading must not do.
        text.Append(CultureInfo.InvariantCulture, $"&sync={(query.MarkExported ? 1 : 0)}&check=0");
        if (query.StartFrom > 0)
            text.Append(CultureInfo.InvariantCulture, $"&start_from={query.StartFrom}");
        return text.Append(CultureInfo.InvariantCulture, $"&count={query.Count ?? connection.Options.PageSize}").ToString();
    }

    private static string Time(DateTimeOffset time) =>
        Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
}
