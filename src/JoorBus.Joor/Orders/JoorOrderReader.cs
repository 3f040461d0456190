using System.Globalization;
using System.Text;

namespace JoorBus.Joor;

/// <summary>Reads orders of one connection through JOOR's v2 API.</summary>
public sealed class JoorOrderReader
{
    private const string Path = "/order/";

    private readonly JoorConnection _connection;
    private readonly JoorRequestDoor _door;

    internal JoorOrderReader(JoorConnection connection, JoorRequestDoor door) => (_connection, _door) = (connection, door);

    /// <summary>Key under which this connection's credits are counted; never a secret.</summary>
    public string Account => _connection.Account;

    /// <summary>Reads one page. Only a query that contradicts itself, or cancellation, throws.</summary>
    public Task<JoorAnswer<JoorOrderPage>> ReadPageAsync(JoorOrderQuery query, CancellationToken cancellationToken)
    {
        Check(query);
        var request = new JoorRequest(
            HttpMethod.Get, Path, QueryString(query), query.MarkExported ? JoorRequestKind.MarkingRead : JoorRequestKind.Read, JoorPriority.OrderReading);
        return _door.SendAsync(request, body => JoorOrderPageParser.Read(body, query, _connection), cancellationToken);
    }

    /// <summary>The cheapest request that shows whether address, token and answer are right: one order, no mark, one credit.</summary>
    public Task<JoorAnswer<JoorOrderPage>> TestAsync(CancellationToken cancellationToken) =>
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
        return text.Append(CultureInfo.InvariantCulture, $"&count={query.Count ?? _connection.Options.PageSize}").ToString();
    }

    private static string Time(DateTimeOffset time) =>
        Uri.EscapeDataString(time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
}
