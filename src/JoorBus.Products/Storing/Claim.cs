using JoorBus.Persistence.Committing;

namespace JoorBus.Products.Storing;

/// <summary>A style goes under a push: until that has told how it ended, JOOR may hold more than is known.</summary>
internal sealed record Claim(string Connection, string Style, Guid PushId)
{
    public static readonly RowStatement<Claim> Store = new(
        "product claim",
        RowExpectation.Each,
        "update joor_products j set push_id = r.push from unnest($1, $2, $3) as r(connection, style, push) where j.connection = r.connection and j.style = r.style returning 1",
        RowColumn.Text<Claim>(row => row.Connection),
        RowColumn.Text<Claim>(row => row.Style),
        RowColumn.Id<Claim>(row => row.PushId));
}

/// <summary>A style whose turn comes again later; <paramref name="IsUnsure"/> keeps the push, so that JOOR is read first.</summary>
internal sealed record Postponement(string Connection, string Style, int Attempts, DateTimeOffset NextAt, string Error, bool IsUnsure)
{
    public static readonly RowStatement<Postponement> Store = new(
        "product postponement",
        RowExpectation.Each,
        """
        update joor_products j set attempts = r.attempts, next_attempt_at = r.next_at, last_error = r.error, push_id = case when r.is_unsure then j.push_id end
        from unnest($1, $2, $3, $4, $5, $6) as r(connection, style, attempts, next_at, error, is_unsure)
        where j.connection = r.connection and j.style = r.style returning 1
        """,
        RowColumn.Text<Postponement>(row => row.Connection),
        RowColumn.Text<Postponement>(row => row.Style),
        RowColumn.Number<Postponement>(row => row.Attempts),
        RowColumn.Time<Postponement>(row => row.NextAt),
        RowColumn.Text<Postponement>(row => row.Error),
        new RowColumn<Postponement, bool>(NpgsqlTypes.NpgsqlDbType.Boolean, row => row.IsUnsure));
}
