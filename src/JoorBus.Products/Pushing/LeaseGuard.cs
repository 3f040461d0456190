using JoorBus.Joor;
using JoorBus.Persistence.Committing;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Keeps the lease ahead of what is under way: before a request it reaches beyond the request's longest time, so nobody takes over while JOOR may still
/// be acting on it; every store renews it and fails once it is another's.
/// </summary>
internal sealed class LeaseGuard(WorkerLease lease, WorkerStore? store, TimeSpan idle, TimeSpan longest, TimeProvider clock)
{
    private WorkerLease _lease = lease;

    public WorkerLease Lease => _lease;

    public string Connection => _lease.Connection;

    /// <summary>A request was cut off: JOOR may still be acting on it, so the lease runs to its end.</summary>
    public bool IsRequesting { get; private set; }

    /// <summary>For reading only: who writes nothing needs no lease.</summary>
    public static LeaseGuard None(string connection, TimeSpan longest, TimeProvider clock) =>
        new(new WorkerLease(connection, "", 0, DateTimeOffset.MaxValue), null, TimeSpan.Zero, longest, clock);

    /// <summary>Longest time that one request may take with its waits and repeats.</summary>
    public static TimeSpan LongestOf(JoorConnectionOptions connection, JoorOptions joor) =>
        joor.Patience + (connection.TotalTimeout > joor.UploadTimeout ? connection.TotalTimeout : joor.UploadTimeout);

    /// <summary>Runs a request under a lease that outlasts it; what takes longer is cut off and its outcome unknown.</summary>
    public async Task<JoorAnswer<T>> RequestAsync<T>(Func<CancellationToken, Task<JoorAnswer<T>>> send, CancellationToken cancellationToken)
    {
        await RenewAsync(longest + idle, cancellationToken);
        IsRequesting = true;
        using var limit = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var answer = await send(either.Token);
            IsRequesting = false;
            return answer;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new JoorAnswer<T>.OutcomeUnknown($"no answer came within {longest}");
        }
    }

    /// <summary>Keeps the lease through work without requests.</summary>
    public Task RenewAsync(CancellationToken cancellationToken) => RenewAsync(idle, cancellationToken);

    /// <summary>Stores the unit under the lease.</summary>
    /// <exception cref="LeaseLostException">Nothing was stored: another host has the lease.</exception>
    public async Task CommitAsync(UnitOfWork unit, CancellationToken cancellationToken)
    {
        _lease = _lease with { Until = clock.GetUtcNow() + idle };
        unit.Write(WorkerLease.Renew, _lease);
        if (await unit.CommitAsync(cancellationToken) is CommitOutcome.Conflict)
            throw new LeaseLostException(Connection);
    }

    private async Task RenewAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        _lease = _lease with { Until = clock.GetUtcNow() + time };
        if (store is not null && !await store.RenewAsync(_lease, cancellationToken))
            throw new LeaseLostException(Connection);
    }
}
