using JoorBus.Persistence;
using NpgsqlTypes;

namespace JoorBus.Products.Pushing;

/// <summary>What people ask of a connection's products. Each is stored at once; the workers do it.</summary>
public sealed class ProductPushing(Database database)
{
    private const string Wake = $"select (select count(*) from done)::integer, (select pg_notify('{ProductMigrations.Channel}', current_schema())::text)";

    /// <summary>Sends one style again: JOOR is read first, and what differs is sent. All styles (null) are compared with what is known instead.</summary>
    /// <returns>How many styles; 0 when there is none such.</returns>
    public Task<int> RequestAsync(string connection, string? style, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        with done as (
            update joor_products set state = 'Dirty', generation = generation + 1, changed_at = now(), attempts = 0, next_attempt_at = null,
                push_id = case when $2::text is null then push_id else coalesce(push_id, '00000000-0000-0000-0000-000000000001') end
            where connection = $1 and ($2::text is null or style = $2) returning 1)
        {Wake}
        """,
        connection,
        style,
        null,
        cancellationToken);

    /// <summary>Sends again what was refused; one style, or all (null).</summary>
    /// <returns>How many styles.</returns>
    public Task<int> RetryRefusedAsync(string connection, string? style, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        with done as (
            update joor_products set state = 'Dirty', generation = generation + 1, changed_at = now(), attempts = 0, next_attempt_at = null
            where connection = $1 and state = 'Refused' and ($2::text is null or style = $2) returning 1)
        {Wake}
        """,
        connection,
        style,
        null,
        cancellationToken);

    /// <summary>Lets the held removals of a style go to JOOR, those that are known now and no later ones.</summary>
    /// <returns>1; 0 when nothing is held there.</returns>
    public Task<int> ReleaseAsync(string connection, string style, string releasedBy, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        with done as (
            update joor_products j set state = 'Dirty', generation = generation + 1, changed_at = now(), attempts = 0, next_attempt_at = null, released_by = $3,
                released_version = (select max(m.version) from product_removals m where m.connection = any(array['', $1]) and m.style = $2)
            where connection = $1 and style = $2 and cardinality(held) > 0 returning 1)
        {Wake}
        """,
        connection,
        style,
        releasedBy,
        cancellationToken);

    /// <summary>Compares all of JOOR's styles with what is known, as soon as credits are left over.</summary>
    public Task<int> ReconcileAsync(string connection, CancellationToken cancellationToken) => ChangeAsync(
        $"""
        with done as (
            insert into product_workers (connection, reconcile_wanted) values ($1, true)
            on conflict (connection) do update set reconcile_wanted = true where $2::text is null returning 1)
        {Wake}
        """,
        connection,
        null,
        null,
        cancellationToken);

    private async Task<int> ChangeAsync(string sql, string connection, string? style, string? by, CancellationToken cancellationToken)
    {
        await using var command = database.Command(sql);
        command.Parameters.AddWithValue(connection);
        command.Parameters.Add(new() { Value = (object?)style ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        if (by is not null)
            command.Parameters.AddWithValue(by);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
