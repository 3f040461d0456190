using System.Globalization;
using System.Runtime.CompilerServices;

namespace JoorBus.Joor;

/// <summary>One window of v4's orders, by time of last change, each page completed by its lines.</summary>
internal sealed class JoorV4WindowReading(JoorV4RowPages list, JoorV4Lines lines, JoorV4OrderParser parser, JoorV4OrderOptions names, JoorOrderWindow window)
{
    public const string Path = "/orders";
    private const int SmallestPage = 10;

    public async IAsyncEnumerable<JoorAnswer<JoorOrderPage>> ReadAsync(int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keyset = new JoorV4Keyset(window.From);
        var paging = new JoorV4Paging(Math.Clamp(pageSize, SmallestPage, Math.Max(SmallestPage, names.LargestPage)), list.Limit);
        for (var shifts = 0; paging.HasMore;)
        {
            var answer = await list.ReadAsync(Path, Query(keyset.Since), paging, cancellationToken);
            if (answer is not JoorAnswer<JoorV4Rows>.Accepted { Value: var page } accepted)
            {
                yield return answer.As(static _ => JoorOrderPage.Empty);
                yield break;
            }
            IReadOnlyList<JoorV4Row> rows = [.. page.Rows.Select(JoorV4Row.Of)];
            if (paging.Take(rows, row => row.Identity) is not { } unseen)
            {
                if (++shifts == JoorShifting.Passes)
                {
                    yield return JoorShifting.End(window.Filter, accepted.CreditsLeft);
                    yield break;
                }
                paging.Restart();
                continue;
            }
            var orders = await CompleteAsync([.. keyset.Fresh(unseen).Where(IsWanted)], page.Excerpt, cancellationToken);
            yield return orders.As(readings => new JoorOrderPage { Orders = readings, ServerTime = page.ServerTime });
            if (orders is not JoorAnswer<IReadOnlyList<JoorOrderReading>>.Accepted)
                yield break;
            if (page.Words is { } words)
            {
                // What JOOR did give is stored; the window is read again, since orders are missing.
                yield return new JoorAnswer<JoorOrderPage>.Refused(words) { Where = answer.Where };
                yield break;
            }
            if (!paging.HasMore || JoorV4Keyset.IsBeyond(rows, window.Until))
                yield break;
            if (keyset.Advance(rows))
                paging.Restart();
        }
    }

    private async Task<JoorAnswer<IReadOnlyList<JoorOrderReading>>> CompleteAsync(
        IReadOnlyList<JoorV4Row> rows, JoorExcerpt excerpt, CancellationToken cancellationToken)
    {
        var found = await lines.OfAsync([.. rows.Select(row => row.Id).OfType<string>().Distinct()], cancellationToken);
        return found.As<JoorV4LinesByOrder, IReadOnlyList<JoorOrderReading>>(all => [.. rows.Select((row, index) => parser.Read(row, all.Of(row.Id), index + 1, excerpt))]);
    }

    // Where JOOR leaves the filter unheeded, the order's own status still says what it is.
    private bool IsWanted(JoorV4Row row) => JoorV4OrderParser.StatusOf(row) is not { } status || window.Filter.LetsThrough(status);

    private string Query(DateTimeOffset since)
    {
        var status = window.Filter.OnlyStatus() is { } only ? $"status={JoorV4Statuses.NameOf(only)}&" : "";
        var time = Uri.EscapeDataString(since.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        return $"{status}{names.ModifiedFrom}={time}&{names.Sorting}";
    }
}
