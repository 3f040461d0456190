using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Seasons and collections, which many styles share: each goes once, and what others put there stays.</summary>
internal sealed class CollectionSending(JoorClient client, LeaseGuard guard, FactsCache cache)
{
    private AccountFacts? _facts;

    public Task<IReadOnlyList<CallFate>> CreateSeasonsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken) => CreateAsync<CreateSeason, JoorSeason, SeasonName>(
        calls,
        SeasonsAsync,
        call => call.Season,
        (call, facts) => Naming.Season(call.Season, facts.Seasons ?? [])?.Id,
        (call, _) => CollectionBodies.Of(call),
        client.V4.Seasons.CreateAsync,
        season => season.Id,
        call => $"season '{call.Season.Code ?? call.Season.Name}'",
        cancellationToken);

    public Task<IReadOnlyList<CallFate>> CreateCollectionsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken) => CreateAsync<CreateCollection, JoorCollection, string>(
        calls,
        CollectionsAsync,
        call => call.Code,
        (call, facts) => Naming.Collection(call.Code, facts.Collections ?? [])?.Id,
        CollectionBodies.Of,
        client.V4.Collections.CreateAsync,
        collection => collection.Id,
        call => $"linesheet '{call.Code}'",
        cancellationToken);

    public async Task<IReadOnlyList<CallFate>> UpdateCollectionsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancellationToken)
    {
        // What people put there since it was read last must stay: the items are sent whole.
        var (facts, obstacle) = await CollectionsAsync(Facts(calls), cancellationToken);
        if (obstacle is not null)
            return [.. calls.Select(_ => obstacle)];
        var groups = calls.GroupBy(planned => ((UpdateCollection)planned.Call).Code)
            .Select(group => (Code: group.Key, Calls: group.ToList(), Body: CollectionBodies.Of(group.Key, [.. group.Select(planned => ((UpdateCollection)planned.Call, planned.Style.Known))], facts)))
            .ToList();
        var fates = groups.Where(group => group.Body is null).SelectMany(group => group.Calls)
            .ToDictionary(planned => planned, CallFate (planned) => new CallFate.Refused($"linesheet '{((UpdateCollection)planned.Call).Code}': not sent, JOOR has no such collection."));
        if (groups.Where(group => group.Body is not null).ToList() is { Count: > 0 } known)
        {
            var answer = await guard.RequestAsync(token => client.V4.Collections.UpdateAsync([.. known.Select(group => group.Body!)], token), cancellationToken);
            if (answer is not JoorAnswer<JoorBulk<JoorCollection, JoorCollection>>.Accepted { Value.Items: var items })
                return CatalogElements.Whole(calls, answer);
            foreach (var (group, item) in known.Zip(items))
            {
                foreach (var planned in group.Calls)
                {
                    fates[planned] = FateOf(item, $"linesheet '{group.Code}'", _ => null);
                    if (fates[planned] is CallFate.Taken taken)
                        facts = facts.After(planned.Call, taken.Answer, planned.Style.Known);
                }
            }
        }

        Keep(facts, calls);
        return [.. calls.Select(planned => fates[planned])];
    }

    private async Task<IReadOnlyList<CallFate>> CreateAsync<TCall, TBody, TKey>(
        IReadOnlyList<PlannedCall> calls,
        Func<AccountFacts, CancellationToken, Task<(AccountFacts Facts, CallFate.Later? Obstacle)>> read,
        Func<TCall, TKey> keyOf,
        Func<TCall, AccountFacts, string?> find,
        Func<TCall, AccountFacts, TBody> bodyOf,
        Func<IReadOnlyList<TBody>, CancellationToken, Task<JoorAnswer<JoorBulk<TBody, TBody>>>> create,
        Func<TBody, string?> idOf,
        Func<TCall, string> nameOf,
        CancellationToken cancellationToken)
        where TCall : ProductCall
        where TKey : notnull
    {
        var facts = Facts(calls);
        if (calls.Any(planned => find((TCall)planned.Call, facts) is null))
        {
            // People, or another host, may have made it since it was read last.
            (facts, var obstacle) = await read(facts, cancellationToken);
            if (obstacle is not null)
                return [.. calls.Select(_ => obstacle)];
        }

        var fates = new Dictionary<TKey, CallFate>();
        foreach (var call in calls.Select(planned => (TCall)planned.Call).Where(call => find(call, facts) is not null))
            fates[keyOf(call)] = new CallFate.Taken(CallAnswer.WithId(find(call, facts)));
        var missing = calls.Where(planned => !fates.ContainsKey(keyOf((TCall)planned.Call))).DistinctBy(planned => keyOf((TCall)planned.Call)).ToList();
        if (missing.Count > 0)
        {
            var answer = await guard.RequestAsync(token => create([.. missing.Select(planned => bodyOf((TCall)planned.Call, facts))], token), cancellationToken);
            if (answer is not JoorAnswer<JoorBulk<TBody, TBody>>.Accepted { Value.Items: var items })
            {
                // Only what may have been made there is worth asking about.
                var unmade = CatalogElements.Whole(calls, answer);
                if (unmade.Any(fate => fate is not CallFate.Later))
                    cache.Doubt(guard.Connection);
                return unmade;
            }

            foreach (var (planned, item) in missing.Zip(items))
            {
                var fate = fates[keyOf((TCall)planned.Call)] = FateOf(item, nameOf((TCall)planned.Call), idOf);
                if (fate is CallFate.Taken taken)
                    facts = facts.After(planned.Call, taken.Answer, planned.Style.Known);
            }
        }

        Keep(facts, calls);
        return [.. calls.Select(planned => fates[keyOf((TCall)planned.Call)])];
    }

    private async Task<(AccountFacts Facts, CallFate.Later? Obstacle)> SeasonsAsync(AccountFacts facts, CancellationToken cancellationToken)
    {
        var (seasons, obstacle) = await FactsReading.AllAsync<JoorSeason>(guard, "seasons", client.V4.Seasons.ReadPageAsync, cancellationToken);
        return (facts with { Seasons = seasons }, obstacle);
    }

    private async Task<(AccountFacts Facts, CallFate.Later? Obstacle)> CollectionsAsync(AccountFacts facts, CancellationToken cancellationToken)
    {
        var (collections, obstacle) = await FactsReading.AllAsync<JoorCollection>(guard, "collections", client.V4.Collections.ReadPageAsync, cancellationToken);
        return (facts with { Collections = collections }, obstacle);
    }

    private static CallFate FateOf<TIn, TOut>(JoorBulkItem<TIn, TOut> item, string what, Func<TOut, string?> idOf) => item switch
    {
        JoorBulkItem<TIn, TOut>.Accepted accepted => new CallFate.Taken(CallAnswer.WithId(idOf(accepted.Value))),
        JoorBulkItem<TIn, TOut>.Refused refused => new CallFate.Refused($"{what}: JOOR refused it: {refused.Status} {refused.Message.TrimEnd('.')}."),
        _ => new CallFate.Unknown($"{what}: JOOR's answer does not tell whether it took it"),
    };

    private AccountFacts Facts(IReadOnlyList<PlannedCall> calls) => _facts ??= cache.Find(guard.Connection) ?? calls[0].Style.Input.Facts;

    private void Keep(AccountFacts facts, IReadOnlyList<PlannedCall> calls)
    {
        _facts = facts;
        cache.Change(guard.Connection, before => before with { Seasons = facts.Seasons, Collections = facts.Collections }, keepsTime: true);
        foreach (var planned in calls)
            planned.Style.See(facts);
    }
}
