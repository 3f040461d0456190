using JoorBus.Joor;
using JoorBus.Products.Planning;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>Many styles as one job of JOOR, awaited, and read back: the job's answer does not tell which styles it took.</summary>
internal sealed class StyleJobs(JoorClient client, PushProgress progress, IOptions<ProductOptions> options, TimeProvider clock)
{
    private const int PageSize = 200;
    private static readonly TimeSpan LongestInterval = TimeSpan.FromSeconds(30);
    private const string Silent = "JOOR's job is finished and does not tell what became of the style";

    private LeaseGuard Guard => progress.Guard;

    public async Task<IReadOnlyList<CallFate>> RunAsync(IReadOnlyList<PlannedCall> calls, IReadOnlyList<JoorStyle> bodies, bool isNew, CancellationToken cancellationToken)
    {
        var bulk = client.V2.BulkStyles;
        var answer = await Guard.RequestAsync(token => isNew ? bulk.StartCreateAsync(bodies, token) : bulk.StartUpdateAsync(bodies, token), cancellationToken);
        if (answer is not JoorAnswer<JoorJob>.Accepted { Value: var job })
            return CatalogElements.Whole(calls, answer);
        await progress.AwaitAsync(job.Id, job.Records ?? calls.Count, job.Done, cancellationToken);
        if (!await AwaitAsync(job, cancellationToken))
            return All(calls, new CallFate.Unknown($"JOOR's job {job.Id} was not finished within {options.Value.JobPatience}"));
        return await ReadBackAsync(calls, job, cancellationToken);
    }

    /// <summary>Waits until the job is over; false when patience ended, or JOOR knows no such job.</summary>
    public async Task<bool> AwaitAsync(JoorJob started, CancellationToken cancellationToken)
    {
        var job = started;
        var (since, interval) = (clock.GetTimestamp(), options.Value.JobInterval);
        while (!job.IsFinished)
        {
            if (clock.GetElapsedTime(since) >= options.Value.JobPatience)
                return false;
            await Task.Delay(interval, clock, cancellationToken);
            interval = Longer(interval);
            switch (await Guard.RequestAsync(token => client.V2.BulkStyles.ReadJobAsync(started.Id, token), cancellationToken))
            {
                case JoorAnswer<JoorJob>.Accepted accepted:
                    job = accepted.Value;
                    await progress.AwaitAsync(job.Id, job.Records ?? started.Records, job.Done, cancellationToken);
                    break;
                case JoorAnswer<JoorJob>.NotFound or JoorAnswer<JoorJob>.Refused:
                    return false;
            }
        }

        return true;
    }

    // Those that JOOR modified since the job was made were taken; the others go alone, so that JOOR says why it left them out.
    private async Task<IReadOnlyList<CallFate>> ReadBackAsync(IReadOnlyList<PlannedCall> calls, JoorJob job, CancellationToken cancellationToken)
    {
        if (job.CreatedAt is not { } made)
            return All(calls, Alone(new CallFate.Unknown(Silent), calls));
        var taken = new Dictionary<string, JoorStyle>(StringComparer.Ordinal);
        int? next = 0;
        while (next is { } start)
        {
            var query = new JoorStyleQuery { ModifiedFrom = made, ModifiedUntil = made.AddDays(7), StartFrom = start, Count = PageSize };
            var answer = await Guard.RequestAsync(token => client.V2.Styles.ReadPageAsync(query, token), cancellationToken);
            if (answer is not JoorAnswer<JoorPage<JoorStyle>>.Accepted { Value: var page })
                return All(calls, new CallFate.Unknown(answer.Explain()));
            foreach (var style in page.Readable().Where(style => style is { Identifier: not null, IsDeleted: false }))
                taken[style.Identifier!] = style;
            next = page.Next;
        }

        return [.. calls.Select(CallFate (planned) => taken.TryGetValue(planned.Style.Dirty.Style, out var style)
            ? new CallFate.Taken(CallAnswer.WithId(style.StyleId))
            : Alone(new CallFate.Unknown(Silent), [planned]))];
    }

    /// <summary>Each look costs credits: a long job is looked at less and less often.</summary>
    internal static TimeSpan Longer(TimeSpan interval) => interval * 2 < LongestInterval ? interval * 2 : interval > LongestInterval ? interval : LongestInterval;

    private static CallFate.Unknown Alone(CallFate.Unknown fate, IReadOnlyList<PlannedCall> calls)
    {
        foreach (var planned in calls)
            planned.Style.GoesAlone = true;
        return fate;
    }

    private static CallFate[] All(IReadOnlyList<PlannedCall> calls, CallFate fate) => [.. calls.Select(_ => fate)];
}
