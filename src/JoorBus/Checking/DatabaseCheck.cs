using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Npgsql;

namespace JoorBus.Checking;

/// <summary>Whether PostgreSQL can be reached and holds, or may be given, what this version needs.</summary>
internal sealed class DatabaseCheck(PersistenceOptions options, IEnumerable<Migration> migrations)
{
    private const string What = "database";

    // The storage of outbox and orders asks for lz4, which came with 14.
    private const int OldestVersion = 140000;

    public async Task<IReadOnlyList<CheckRow>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(DatabaseSettings.ForCheck(options.ConnectionString));
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return [await VersionAsync(connection, cancellationToken), await SchemaAsync(connection, cancellationToken)];
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            var (finding, advice) = DatabaseFaults.Explain(fault, new NpgsqlConnectionStringBuilder(options.ConnectionString));
            return [CheckRow.Failed(What, finding, advice)];
        }
    }

    private static async Task<CheckRow> VersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (UnfitDatabaseException.InEncodingOf(connection) is { } unfit)
        {
            return CheckRow.Failed(What, unfit.Message, unfit.Advice);
        }

        await using var command = new NpgsqlCommand("select current_setting('server_version_num')::int", connection);
        var number = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
        var found = $"PostgreSQL {connection.PostgreSqlVersion} at {connection.Host}:{connection.Port}, database '{connection.Database}', user '{connection.UserName}'";
        return number >= OldestVersion
            ? CheckRow.Ok(What, found)
            : CheckRow.Failed(What, $"{found} is too old", "Use PostgreSQL 14 or newer.");
    }

    private async Task<CheckRow> SchemaAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var found = await SchemaFinding.ReadAsync(connection, options.Schema, cancellationToken);
        if (UnfitDatabaseException.Beyond(migrations, found.Numbers) is { } newer)
        {
            return CheckRow.Failed($"schema '{options.Schema}'", newer.Message, newer.Advice);
        }

        var missing = migrations.Select(migration => $"{migration.Module} {migration.Number}").Except(found.Applied).ToList();
        var what = $"schema '{options.Schema}'";
        if (missing.Count == 0)
        {
            return found.MayWrite ? CheckRow.Ok(what, "up to date") : CheckRow.Failed(what, $"user '{connection.UserName}' may not write to it", Grant(connection));
        }

        if (!found.MayCreate)
        {
            return CheckRow.Failed(what, $"it needs {string.Join(", ", missing)}, and user '{connection.UserName}' may not create that", Grant(connection));
        }

        return CheckRow.Note(what, found.Exists ? $"it lacks {string.Join(", ", missing)}" : "it is not there yet", "Nothing: the first start of joorbus run creates what is missing.");
    }

    private string Grant(NpgsqlConnection connection) =>
        $"As owner of the database: grant create on database \"{connection.Database}\" to \"{connection.UserName}\"; and, if the schema is there: alter schema \"{options.Schema}\" owner to \"{connection.UserName}\" with its tables.";
}
