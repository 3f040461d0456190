using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>Reads one window of one filter page by page, fetching the next page while the last one is stored.</summary>
public sealed class WindowReading(JoorOrderReader reader, JoorOrderFilter filter, DateTimeOffset from, DateTimeOffset until)
{
    private const int Passes = 4;

    public int Changed { get; private set; }

    /// <summary>JOOR's clock at the first answer; null when JOOR does not say.</summary>
    public DateTimeOffset? ServerTime { get; private set; }

    /// <summary>
    /// Null when the whole window was seen and stored; otherwise why not. While JOOR's orders change, pages shift and an order may slip
    /// between two pages. So each page starts with the last order of the one before, and a pass counts only when it finds it there and saw
    /// as many different orders as JOOR says there are.
    /// </summary>
    public async Task<string?> RunAsync(Func<IReadOnlyList<JoorOrderReading>, Task<int?>> store, CancellationToken cancellationToken)
    {
        for (var pass = 1; pass <= Passes; pass++)
        {
            var (error, isWhole) = await PassAsync(store, cancellationToken).ConfigureAwait(false);
            if (error is not null || isWhole)
            {
                return error;
            }
        }

        return $"the orders of {filter} changed during each of {Passes} readings; the same window is read again in the next round";
    }

    private async Task<(string? Error, bool IsWhole)> PassAsync(Func<IReadOnlyList<JoorOrderReading>, Task<int?>> store, CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        var pages = 0;
        int? pageSize = null;
        string? last = null;
        var next = ReadAsync(startFrom: 0, count: null, cancellationToken);
        while (true)
        {
            var answer = await next.ConfigureAwait(false);
            if (answer is not JoorAnswer<JoorOrderPage>.Accepted { Value: var page })
            {
                return (answer.Explain(), false);
            }

            pages++;
            ServerTime ??= page.ServerTime;
            if (last is not null && (page.Orders.Count == 0 || IdentityOf(page.Orders[0]) != last))
            {
                return (null, false);
            }

            next = null!;
            if (page.NextStart is { } start && page.Orders.Count > 0)
            {
                pageSize ??= start;
                last = IdentityOf(page.Orders[^1]);
                next = ReadAsync(start - 1, pageSize + 1, cancellationToken);
            }

            seen.UnionWith(page.Orders.Select(IdentityOf));
            if (page.Orders.Count > 0)
            {
                if (await store(page.Orders).ConfigureAwait(false) is not { } changed)
                {
                    return ("another host took over this connection", false);
                }

                Changed += changed;
            }

            if (next is null)
            {
                return (null, pages == 1 || page.Total is null || seen.Count >= page.Total);
            }
        }
    }

    private Task<JoorAnswer<JoorOrderPage>> ReadAsync(int startFrom, int? count, CancellationToken cancellationToken) =>
        reader.ReadPageAsync(
            new JoorOrderQuery { Filter = filter, ModifiedFrom = from, ModifiedUntil = until, StartFrom = startFrom, Count = count }, cancellationToken);

    private static string IdentityOf(JoorOrderReading reading) => reading switch
    {
        JoorOrderReading.Readable readable => readable.Order.JoorOrderId,
        JoorOrderReading.Unreadable { JoorOrderId: { } id } => id,
        _ => Convert.ToHexString(reading.ContentHash),
    };
}
