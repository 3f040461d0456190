using JoorBus.Persistence.Committing;

namespace JoorBus.Orders.Polling;

/// <summary>The right to poll a connection, held by one host at a time. Every store of a round renews it and fails once it is lost.</summary>
/// <param name="Connection">The connection's key.</param>
/// <param name="Owner">The host.</param>
/// <param name="Until">When others may take it.</param>
public sealed record PollLease(string Connection, string Owner, DateTimeOffset Until)
{
    internal static readonly RowStatement<PollLease> Renew = new(
        "poll lease",
        RowExpectation.Each,
        "update joor_polls p set lease_until = r.until from unnest($1, $2, $3) as r(connection, owner, until) where p.connection = r.connection and p.lease_owner = r.owner returning 1",
        RowColumn.Text<PollLease>(lease => lease.Connection),
        RowColumn.Text<PollLease>(lease => lease.Owner),
        RowColumn.Time<PollLease>(lease => lease.Until));
}

/// <summary>The end of a round: where reading has got to, and when the next round is due. Gives the lease back.</summary>
internal sealed record PollResult(PollLease Lease, DateTimeOffset? Checkpoint, DateTimeOffset PolledAt, DateTimeOffset NextAt, string? Error)
{
    public static readonly RowStatement<PollResult> Store = new(
        "poll checkpoint",
        RowExpectation.Each,
        """
        update joor_polls p set
            checkpoint = greatest(p.checkpoint, r.checkpoint), polled_at = r.polled_at, next_at = r.next_at, error = r.error,
            lease_owner = null, lease_until = null
        from unnest($1, $2, $3, $4, $5, $6) as r(connection, owner, checkpoint, polled_at, next_at, error)
        where p.connection = r.connection and p.lease_owner = r.owner returning 1
        """,
        RowColumn.Text<PollResult>(result => result.Lease.Connection),
        RowColumn.Text<PollResult>(result => result.Lease.Owner),
        RowColumn.TimeOrNull<PollResult>(result => result.Checkpoint),
        RowColumn.Time<PollResult>(result => result.PolledAt),
        RowColumn.Time<PollResult>(result => result.NextAt),
        RowColumn.Text<PollResult>(result => result.Error));
}
