using Npgsql;

namespace JoorBus.Checking;

/// <summary>What a database holds of JoorBus's schema, and what this user may do with it.</summary>
internal sealed record SchemaFinding(bool Exists, bool MayCreate, bool MayWrite, IReadOnlyList<string> Applied)
{
    /// <summary>Module and number of each applied migration.</summary>
    public IEnumerable<(string Module, int Number)> Numbers => Applied
        .Select(text => text.Split(' '))
        .Select(parts => (parts[0], int.Parse(parts[^1], System.Globalization.CultureInfo.InvariantCulture)));

    private const string Rights =
        """
        select n.oid is not null,
            case when n.oid is null then has_database_privilege(current_database(), 'create') else has_schema_privilege(n.oid, 'create') end,
            t.oid is not null,
            coalesce(has_table_privilege(t.oid, 'select, insert'), false)
        from (values (1)) as one
        left join pg_namespace n on n.nspname = $1
        left join pg_class t on t.relnamespace = n.oid and t.relname = 'joorbus_migrations'
        """;

    public static async Task<SchemaFinding> ReadAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        SchemaFinding found;
        bool isReadable;
        await using (var command = new NpgsqlCommand(Rights, connection) { Parameters = { new() { Value = schema } } })
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            isReadable = reader.GetBoolean(2) && reader.GetBoolean(3);
            found = new SchemaFinding(reader.GetBoolean(0), reader.GetBoolean(1), reader.GetBoolean(3), []);
        }

        return isReadable ? found with { Applied = await AppliedAsync(connection, schema, cancellationToken) } : found;
    }

    private static async Task<IReadOnlyList<string>> AppliedAsync(NpgsqlConnection connection, string schema, CancellationToken cancellationToken)
    {
        var applied = new List<string>();
        await using var command = new NpgsqlCommand(
            $"select module || ' ' || number from {new NpgsqlCommandBuilder().QuoteIdentifier(schema)}.joorbus_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(reader.GetString(0));
        }

        return applied;
    }
}
