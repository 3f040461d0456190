using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Reads what an account offers: price types, categories, traits, seasons and collections through v4, categories through v2.</summary>
internal sealed class FactsReading(FactsCache cache)
{
    /// <summary>How many lists they are, a read or more each.</summary>
    public static int ListsOf(JoorApiVersion api) => api == JoorApiVersion.V4 ? 5 : 1;

    /// <summary>The facts, or why JOOR could not be asked.</summary>
    public async Task<(AccountFacts Facts, CallFate.Later? Obstacle)> ReadAsync(JoorClient client, JoorApiVersion api, LeaseGuard guard, CancellationToken cancellationToken)
    {
        if (cache.Find(guard.Connection) is { } known)
            return (known, null);
        var (facts, obstacle) = api == JoorApiVersion.V4
            ? await ReadV4Async(client.V4, guard, cancellationToken)
            : await ReadV2Async(client.V2, guard, cancellationToken);
        return obstacle is null ? (cache.Put(guard.Connection, facts), null) : (facts, obstacle);
    }

    /// <summary>All pages of a list; null and the obstacle when one was not accepted.</summary>
    public static async Task<(IReadOnlyList<T>? All, CallFate.Later? Obstacle)> AllAsync<T>(
        LeaseGuard guard, string what, Func<JoorPaging, CancellationToken, Task<JoorAnswer<JoorPage<T>>>> read, CancellationToken cancellationToken,
        JoorPriority priority = JoorPriority.Products)
    {
        var all = new List<T>();
        var paging = new JoorPaging { Size = JoorPaging.Most, Priority = priority };
        while (true)
        {
            var at = paging;
            var answer = await guard.RequestAsync(token => read(at, token), cancellationToken);
            // One page more costs less than all of them again.
            if (CallFate.Of(answer, what) is CallFate.Unknown)
                answer = await guard.RequestAsync(token => read(at, token), cancellationToken);
            if (answer is not JoorAnswer<JoorPage<T>>.Accepted { Value: var page })
                return (null, KnownReading.Not(CallFate.Of(answer, what)).Obstacle);
            all.AddRange(page.Readable());
            if (page.Next is not { } next)
                return (all, null);
            // JOOR may give smaller pages than asked for; from then on pages are counted in what it gives.
            paging = paging with { Page = next, Size = paging.Page == 1 && page.Items.Count < paging.Size ? page.Items.Count : paging.Size };
        }
    }

    private static async Task<(AccountFacts, CallFate.Later?)> ReadV2Async(JoorV2 v2, LeaseGuard guard, CancellationToken cancellationToken)
    {
        var answer = await guard.RequestAsync(v2.Categories.ReadAsync, cancellationToken);
        return answer switch
        {
            JoorAnswer<JoorPage<JoorCategory>>.Accepted accepted => (AccountFacts.Unknown with { Categories = [.. accepted.Value.Readable()] }, null),
            _ when CallFate.Of(answer, "categories") is CallFate.Later later => (AccountFacts.Unknown, later),
            // The list is not documented: without it no category is doubted.
            _ => (AccountFacts.Unknown, null),
        };
    }

    private static async Task<(AccountFacts, CallFate.Later?)> ReadV4Async(JoorV4 v4, LeaseGuard guard, CancellationToken cancellationToken)
    {
        var (priceTypes, noPriceTypes) = await AllAsync<JoorPriceType>(guard, "price types", v4.PriceTypes.ReadPageAsync, cancellationToken);
        if (noPriceTypes is not null)
            return (AccountFacts.Unknown, noPriceTypes);
        var (categories, noCategories) = await AllAsync<JoorCategory>(guard, "categories", v4.Categories.ReadPageAsync, cancellationToken);
        if (noCategories is not null)
            return (AccountFacts.Unknown, noCategories);
        var (traits, noTraits) = await AllAsync<JoorTrait>(guard, "traits", v4.Traits.ReadPageAsync, cancellationToken);
        if (noTraits is not null)
            return (AccountFacts.Unknown, noTraits);
        var (seasons, noSeasons) = await AllAsync<JoorSeason>(guard, "seasons", v4.Seasons.ReadPageAsync, cancellationToken);
        if (noSeasons is not null)
            return (AccountFacts.Unknown, noSeasons);
        var (collections, noCollections) = await AllAsync<JoorCollection>(guard, "collections", v4.Collections.ReadPageAsync, cancellationToken);
        var facts = new AccountFacts
        {
            PriceTypes = priceTypes!,
            HasAllPriceTypes = true,
            Categories = categories,
            Traits = traits,
            Seasons = seasons,
            Collections = collections,
        };
        return (facts, noCollections);
    }
}
