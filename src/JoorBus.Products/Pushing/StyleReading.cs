using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Reads styles through v2: singly, or page by page where that costs fewer credits.</summary>
internal sealed class StyleReading(JoorClient client, LeaseGuard guard, FactsCache facts) : IKnownReading
{
    private const int PageSize = 200;

    public async Task<KnownReading> ReadAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, JoorStyle>(StringComparer.Ordinal);
        var isWhole = await TryPagesAsync(styles.Count, found, cancellationToken);
        foreach (var style in isWhole ? [] : styles.Where(style => !found.ContainsKey(style.Dirty.Style)))
        {
            var key = JoorStyleKey.ByNumber(style.Input.StyleNumber, style.Input.StyleIdentifier);
            switch (await guard.RequestAsync(token => client.V2.Styles.GetAsync(key, token), cancellationToken))
            {
                case JoorAnswer<JoorStyle>.Accepted accepted:
                    found[style.Dirty.Style] = accepted.Value;
                    break;
                case JoorAnswer<JoorStyle>.NotFound:
                    break;
                case var other:
                    return KnownReading.Not(CallFate.Of(other, $"style '{style.Dirty.Style}'"));
            }
        }

        facts.Learn(guard.Connection, found.Values);
        return new KnownReading([.. styles.Select(style => style.Known.Adopt(found.GetValueOrDefault(style.Dirty.Style)))]);
    }

    /// <summary>Reads pages while they are fewer than the styles asked for.</summary>
    /// <returns>True when all of JOOR's styles were seen.</returns>
    private async Task<bool> TryPagesAsync(int most, Dictionary<string, JoorStyle> found, CancellationToken cancellationToken)
    {
        var next = 0;
        for (var pages = 1; pages < most; pages++)
        {
            var start = next;
            var answer = await guard.RequestAsync(token => client.V2.Styles.ReadPageAsync(new JoorStyleQuery { StartFrom = start, Count = PageSize }, token), cancellationToken);
            if (answer is not JoorAnswer<JoorPage<JoorStyle>>.Accepted { Value: var page })
                return false;
            foreach (var style in page.Readable().Where(style => style is { Identifier: not null, IsDeleted: false }))
                found[style.Identifier!] = style;
            if (page.Next is not { } following)
                return true;
            next = following;
            if (pages == 1 && page.Total > most * PageSize)
                return false;
        }

        return false;
    }
}
