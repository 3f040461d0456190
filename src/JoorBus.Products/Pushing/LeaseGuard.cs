using JoorBus.Joor;
using JoorBus.Persistence.Committing;
using JoorBus.Products.Storing;
using Npgsql;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Keeps a lease while there is work: it is renewed all the time, whatever the work waits for, and the work is cancelled when that fails, before another
/// host takes over. Every store renews it too and fails once it is another's.
/// </summary>
internal sealed class LeaseGuard(WorkerLease lease, WorkerStore? store, LeaseLengths lengths, TimeProvider clock)
{
    private long _until = lease.Until.UtcTicks;
    private long _length = lengths.Request.Ticks;

    public WorkerLease Lease => lease with { Until = Until };

    public string Connection => lease.Connection;

    /// <summary>A request was cut off: JOOR may still be acting on it, so the lease runs to its end.</summary>
    public bool IsRequesting { get; private set; }

    private DateTimeOffset Until => new(Volatile.Read(ref _until), TimeSpan.Zero);

    /// <summary>For reading only: who writes nothing needs no lease.</summary>
    public static LeaseGuard None(string connection, TimeProvider clock) =>
        new(new WorkerLease(connection, "", 0, DateTimeOffset.MaxValue), null, new LeaseLengths(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), clock);

    /// <summary>Runs the work while the lease is renewed.</summary>
    /// <exception cref="LeaseLostException">The work was cancelled: another host has the lease, or may soon.</exception>
    public async Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var ended = new CancellationTokenSource();
        var renewing = KeepAsync(stop, ended.Token);
        try
        {
            return await work(stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new LeaseLostException(Connection);
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Runs a request.</summary>
    public async Task<JoorAnswer<T>> RequestAsync<T>(Func<CancellationToken, Task<JoorAnswer<T>>> send, CancellationToken cancellationToken)
    {
        IsRequesting = true;
        var answer = await send(cancellationToken);
        IsRequesting = false;
        return answer;
    }

    /// <summary>Runs a request with a file, under a lease that reaches as much further.</summary>
    /// <exception cref="LeaseLostException">Nothing was sent: another host has the lease.</exception>
    public async Task<JoorAnswer<T>> UploadAsync<T>(Func<CancellationToken, Task<JoorAnswer<T>>> send, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _length, lengths.Upload.Ticks);
        try
        {
            return await RenewAsync(cancellationToken) ? await RequestAsync(send, cancellationToken) : throw new LeaseLostException(Connection);
        }
        finally
        {
            Volatile.Write(ref _length, lengths.Request.Ticks);
        }
    }

    /// <summary>Stores the unit under the lease.</summary>
    /// <exception cref="LeaseLostException">Nothing was stored: another host has the lease.</exception>
    public async Task CommitAsync(UnitOfWork unit, CancellationToken cancellationToken)
    {
        var renewed = Renewed();
        unit.Write(WorkerLease.Renew, renewed);
        if (await unit.CommitAsync(cancellationToken) is CommitOutcome.Conflict)
            throw new LeaseLostException(Connection);
        Volatile.Write(ref _until, renewed.Until.UtcTicks);
    }

    private async Task KeepAsync(CancellationTokenSource work, CancellationToken ended)
    {
        try
        {
            do
                await Task.Delay(lengths.Renewal, clock, ended);
            while (await TryRenewAsync(ended));
            await work.CancelAsync();
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The work is over.
        }
    }

    /// <returns>False when the lease is another's, or ends before it could be tried again.</returns>
    private async Task<bool> TryRenewAsync(CancellationToken ended)
    {
        using var limit = new CancellationTokenSource(lengths.Renewal, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ended);
        try
        {
            return await RenewAsync(either.Token);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException or OperationCanceledException && !ended.IsCancellationRequested)
        {
            return clock.GetUtcNow() + lengths.Renewal < Until;
        }
    }

    private async Task<bool> RenewAsync(CancellationToken cancellationToken)
    {
        var renewed = Renewed();
        if (store is not null && !await store.RenewAsync(renewed, cancellationToken))
            return false;
        Volatile.Write(ref _until, renewed.Until.UtcTicks);
        return true;
    }

    private WorkerLease Renewed() => lease with { Until = clock.GetUtcNow() + new TimeSpan(Volatile.Read(ref _length)) };
}
