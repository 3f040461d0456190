using System.Collections.Concurrent;
using JoorBus.Connections.Managing;
using JoorBus.Joor;
using JoorBus.Persistence;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Connections.Sharing;

/// <summary>
/// JOOR's limits for all running copies together: one row per account and per limit group, decided on by <see cref="JoorLimiting"/>
/// under their locks and by the database's clock alone.
/// </summary>
public sealed partial class SharedJoorLimits : IJoorLimits, IConnectionDraining, IAsyncDisposable
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestNap = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestNap = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan SweepPause = TimeSpan.FromSeconds(1);

    /// <summary>A waiter that could not say that it gave up holds others up for no longer.</summary>
    private static readonly TimeSpan Courtesy = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _wakers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly LimitLanes _lanes = new();
    private readonly LimitConnections _connections;
    private readonly ConnectionRevisions _revisions;
    private readonly JoorLimitOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly LimitKeeper _keeper;
    private readonly LimitArrivals _arrivals;
    private int _tickets;
    private volatile bool _isDisposed;

    public SharedJoorLimits(Database database, ConnectionRevisions revisions, IOptions<JoorLimitOptions> options, TimeProvider clock, ILogger<SharedJoorLimits> log)
    {
        (_connections, _revisions, _options, _clock, _log) = (new(database), revisions, options.Value, clock, log);
        _keeper = new LimitKeeper(database, Wake, clock, log);
        _arrivals = new LimitArrivals(clock);
    }

    public async Task<JoorPermitAnswer> EnterAsync(JoorPermitRequest request, CancellationToken cancellationToken)
    {
        request.Check(_options);
        var visit = new LimitVisit(request, _clock);
        var place = _lanes.Join(request);
        try
        {
            while (true)
            {
                if (!visit.IsOver && !place.IsBest.IsCompleted)
                    await visit.RestAsync(place.IsBest, visit.Left, cancellationToken);
                if (await TryAskAsync(visit, cancellationToken) is { } answer)
                    return answer;
                _lanes.Asked(place);
                await visit.RestAsync(visit.Woken.Task, visit.Nap, cancellationToken);
            }
        }
        finally
        {
            _lanes.Leave(place);
            await GiveUpAsync(visit);
        }
    }

    /// <summary>Waits until no permit of an older revision of the connection is under way: nothing goes out any more with what it had before.</summary>
    /// <returns>How many still are: 0 unless patience ended.</returns>
    public async Task<int> WaitUntilDrainedAsync(string key, int revision, TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        while (true)
        {
            var left = await UnderWayAsync(key, revision, cancellationToken);
            if (left == 0 || _clock.GetElapsedTime(started) >= patience)
                return left;
            await Task.Delay(DrainLook, _clock, cancellationToken);
        }
    }

    /// <summary>How many permits of revisions before this one are under way.</summary>
    public async Task<int> UnderWayAsync(string key, int revision, CancellationToken cancellationToken)
    {
        // Locked, so that one that is being granted right now by the old revision is seen.
        await using var rows = await LimitRows.LockGroupsAsync(_connections, cancellationToken);
        var slots = rows.Groups().SelectMany(group => group.UnderWay).Where(slot => slot.Connection == key && slot.Revision < revision).ToList();
        if (slots.Count == 0)
            return 0;
        var dead = await rows.DeadAsync(slots.Select(slot => slot.Holder).Distinct(), cancellationToken);
        return slots.Count(slot => !dead.Contains(slot.Holder));
    }

    /// <summary>What is known of an account, for screens.</summary>
    public async Task<JoorLimitReading> ReadAsync(string account, CancellationToken cancellationToken)
    {
        await using var rows = await LimitRows.LockAsync(_connections, [LimitSql.Account(Known(account))], ConnectionRevisions.None.Sql, "", cancellationToken);
        var state = rows.Account(Known(account));
        if (state.AliasOf is null)
            return JoorLimiting.Read(state, _options, rows.Now);
        _aliases[state.Key] = state.AliasOf;
        await rows.DisposeAsync();
        return await ReadAsync(account, cancellationToken);
    }

    /// <summary>May come more than once: a container disposes of it for each port that it is registered as.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, true))
            return;
        await _stopping.CancelAsync();
        await _keeper.DisposeAsync();
        await _connections.DisposeAsync();
        _stopping.Dispose();
    }
}
