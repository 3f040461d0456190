using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Products.Storing;
using NpgsqlTypes;

namespace JoorBus.Products.Reconciling;

/// <summary>What a reconciliation reads and writes.</summary>
internal sealed class ReconcileStore(Database database)
{
    /// <summary>Styles after this one, in order, that JOOR is known to hold or that were pushed.</summary>
    public async Task<IReadOnlyList<string>> StylesAfterAsync(string connection, string after, int most, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            "select style from joor_products where connection = $1 and style > $2 and joor_style_id is not null order by style limit $3");
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(most);
        var found = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            found.Add(reader.GetString(0));
        return found;
    }
}

/// <summary>A style of which JOOR holds something else than was known: it is planned anew.</summary>
internal sealed record Drift(string Connection, string Style, DateTimeOffset At)
{
    public static readonly RowStatement<Drift> Store = new(
        "product drift",
        RowExpectation.Any,
        """
        update joor_products j set state = 'Dirty', generation = j.generation + 1, changed_at = case when j.state = 'Dirty' then j.changed_at else r.at end, attempts = 0, next_attempt_at = null
        from unnest($1, $2, $3) as r(connection, style, at) where j.connection = r.connection and j.style = r.style
        """,
        RowColumn.Text<Drift>(row => row.Connection),
        RowColumn.Text<Drift>(row => row.Style),
        RowColumn.Time<Drift>(row => row.At));
}

/// <summary>How far a reconciliation is; null for <paramref name="After"/> ends it.</summary>
internal sealed record ReconcileStep(WorkerLease Lease, string? After, int Drifted, DateTimeOffset At)
{
    public static readonly RowStatement<ReconcileStep> Store = new(
        "product reconciliation",
        RowExpectation.Each,
        """
        update product_workers w set
            drifted = case when r.after is null then w.drifting + r.drifted else w.drifted end,
            drifting = case when r.after is null then 0 else w.drifting + r.drifted end,
            reconcile_after = r.after, reconcile_wanted = w.reconcile_wanted and r.after is not null,
            reconciled_at = case when r.after is null then r.at else w.reconciled_at end
        from unnest($1, $2, $3, $4, $5) as r(connection, epoch, after, drifted, at) where w.connection = r.connection and w.epoch = r.epoch returning 1
        """,
        RowColumn.Text<ReconcileStep>(row => row.Lease.Connection),
        new RowColumn<ReconcileStep, long>(NpgsqlDbType.Bigint, row => row.Lease.Epoch),
        RowColumn.Text<ReconcileStep>(row => row.After),
        RowColumn.Number<ReconcileStep>(row => row.Drifted),
        RowColumn.Time<ReconcileStep>(row => row.At));
}
