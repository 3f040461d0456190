using JoorBus.Persistence;
using NpgsqlTypes;

namespace JoorBus.Products.Listing;

/// <summary>Counts the styles of connections by where they stand.</summary>
public sealed class ProductSummary(Database database, ProductConnections connections)
{
    private const string Counts =
        """
        select c.connection, count(j.style) filter (where j.state = 'Dirty'), min(j.changed_at) filter (where j.state = 'Dirty'),
            count(j.style) filter (where j.state = 'Settled'), count(j.style) filter (where j.state = 'Refused'), count(j.style) filter (where j.state = 'Held'),
            max(j.pushed_at), max(w.error), coalesce(bool_or(w.reconcile_wanted), false), max(w.reconciled_at), max(w.drifted),
            count(j.style) filter (where j.state = 'Skipped')
        from (select connection from joor_products union select connection from product_workers) c
        left join joor_products j on j.connection = c.connection left join product_workers w on w.connection = c.connection
        where $1::text is null or c.connection = $1
        group by c.connection order by c.connection
        """;

    /// <summary>Of one connection, or of every one that has styles.</summary>
    public async Task<IReadOnlyList<ProductFigures>> OfAsync(string? connection, CancellationToken cancellationToken)
    {
        var key = connection is null ? null : connections.KeyOf(connection) ?? connection;
        var figures = new List<ProductFigures>();
        await using var command = database.Command(Counts);
        command.Parameters.Add(new() { Value = (object?)key ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            figures.Add(new ProductFigures
            {
                Connection = connections.NameOf(reader.GetString(0)),
                Pending = reader.GetInt64(1),
                OldestPending = Time(2),
                Pushed = reader.GetInt64(3),
                Refused = reader.GetInt64(4),
                Held = reader.GetInt64(5),
                LastPushAt = Time(6),
                Error = await reader.IsDBNullAsync(7, cancellationToken) ? null : reader.GetString(7),
                IsReconciling = reader.GetBoolean(8),
                ReconciledAt = Time(9),
                Skipped = reader.GetInt64(11),
                Drifted = await reader.IsDBNullAsync(10, cancellationToken) ? null : reader.GetInt32(10),
            });
        }

        return figures.Count == 0 && key is not null ? [new ProductFigures { Connection = connections.NameOf(key) }] : figures;

        DateTimeOffset? Time(int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateTimeOffset>(column);
    }
}

/// <summary>Where the styles of one connection stand.</summary>
public sealed record ProductFigures
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Styles of which something is still to be sent.</summary>
    public long Pending { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTimeOffset? OldestPending { get; init; }

    public long Pushed { get; init; }

    public long Refused { get; init; }

    /// <summary>Styles with a removal that waits for a person.</summary>
    public long Held { get; init; }

    /// <summary>Styles that are not to go to JOOR.</summary>
    public long Skipped { get; init; }

    public DateTimeOffset? LastPushAt { get; init; }

    /// <summary>True while what JOOR holds is read and compared, or is about to be.</summary>
    public bool IsReconciling { get; init; }

    public DateTimeOffset? ReconciledAt { get; init; }

    /// <summary>Styles that JOOR held differently then.</summary>
    public int? Drifted { get; init; }

    /// <summary>Why nothing is pushed now.</summary>
    public string? Error { get; init; }

    /// <summary>Credits of JOOR left to the account, over all hosts.</summary>
    public int? CreditsLeft { get; init; }
}
