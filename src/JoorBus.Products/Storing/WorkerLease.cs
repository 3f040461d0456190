using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Products.Storing;

/// <summary>The right to work on a connection's products, held by one host at a time; each taker has the next epoch.</summary>
internal sealed record WorkerLease(string Connection, string Owner, long Epoch, DateTimeOffset Until)
{
    /// <summary>Part of every store of a worker: nothing is kept once another host has taken the lease.</summary>
    public static readonly RowStatement<WorkerLease> Renew = new(
        "product lease",
        RowExpectation.Each,
        "update product_workers w set lease_until = r.until from unnest($1, $2, $3) as r(connection, epoch, until) where w.connection = r.connection and w.epoch = r.epoch returning 1",
        RowColumn.Text<WorkerLease>(lease => lease.Connection),
        new RowColumn<WorkerLease, long>(NpgsqlDbType.Bigint, lease => lease.Epoch),
        RowColumn.Time<WorkerLease>(lease => lease.Until));
}

/// <summary>The lease is another host's by now: whatever was under way is left to it.</summary>
internal sealed class LeaseLostException(string connection) : Exception($"another host has taken over the products of '{connection}'");
