using System.Runtime.CompilerServices;

namespace JoorBus.Joor;

/// <summary>
/// One window page by page. While JOOR's orders change, pages shift and an order may slip between two pages. So each page starts with the
/// last order of the one before, and a pass counts only when it finds it there and saw as many different orders as JOOR says there are.
/// </summary>
internal sealed class JoorV2WindowReading(JoorV2OrderReader reader, JoorOrderWindow window)
{
    private bool _isOver;
    private int _creditsLeft;

    public async IAsyncEnumerable<JoorAnswer<JoorOrderPage>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var pass = 1; pass <= JoorShifting.Passes; pass++)
        {
            await foreach (var answer in PassAsync(cancellationToken))
                yield return answer;
            if (_isOver)
                yield break;
        }
        yield return JoorShifting.End(window.Filter, _creditsLeft);
    }

    private async IAsyncEnumerable<JoorAnswer<JoorOrderPage>> PassAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        var pages = 0;
        int? pageSize = null;
        string? last = null;
        var (start, count) = (0, default(int?));
        while (true)
        {
            var answer = await ReadAsync(start, count, cancellationToken);
            if (answer is not JoorAnswer<JoorOrderPage>.Accepted { Value: var page } accepted)
            {
                _isOver = true;
                yield return answer;
                yield break;
            }
            (pages, _creditsLeft) = (pages + 1, accepted.CreditsLeft);
            if (last is not null && (page.Orders.Count == 0 || IdentityOf(page.Orders[0]) != last))
                yield break;
            seen.UnionWith(page.Orders.Select(IdentityOf));
            var isLast = page.NextStart is null || page.Orders.Count == 0;
            _isOver = isLast && (pages == 1 || page.Total is null || seen.Count >= page.Total);
            yield return answer;
            if (isLast)
                yield break;
            pageSize ??= page.NextStart!.Value;
            last = IdentityOf(page.Orders[^1]);
            (start, count) = (page.NextStart!.Value - 1, pageSize + 1);
        }
    }

    private Task<JoorAnswer<JoorOrderPage>> ReadAsync(int startFrom, int? count, CancellationToken cancellationToken) => reader.ReadPageAsync(
        new JoorOrderQuery { Filter = window.Filter, ModifiedFrom = window.From, ModifiedUntil = window.Until, StartFrom = startFrom, Count = count },
        cancellationToken);

    private static string IdentityOf(JoorOrderReading reading) => reading switch
    {
        JoorOrderReading.Readable readable => readable.Order.JoorOrderId,
        JoorOrderReading.Unreadable { JoorOrderId: { } id } => id,
        _ => Convert.ToHexString(reading.ContentHash),
    };
}
