using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Inbox;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.Persistence.Schema;

/// <summary>Brings the database to what this version needs. Several hosts may start at once: one works, the others wait.</summary>
public sealed partial class SchemaMigrator(
    Database database,
    InboxPartitions partitions,
    IEnumerable<Migration> migrations,
    IDocumentSchema documents,
    TimeProvider clock,
    ILogger<SchemaMigrator> log)
{
    private static readonly long Lock = NameBasedGuid.LockKey("joorbus schema");

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (UnfitDatabaseException.InEncodingOf(connection) is { } unfit)
                throw unfit;
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, $"select pg_advisory_xact_lock({Lock})", cancellationToken).ConfigureAwait(false);
                await RunAsync(
                    connection,
                    $"""
                    create schema if not exists "{database.Schema}";
                    create table if not exists joorbus_migrations (
                        module text not null, number integer not null, applied_at timestamptz not null, primary key (module, number));
                    """,
                    cancellationToken).ConfigureAwait(false);
                await RefuseNewerAsync(connection, cancellationToken).ConfigureAwait(false);
                foreach (var migration in migrations)
                {
                    await ApplyAsync(connection, migration, cancellationToken).ConfigureAwait(false);
                }

                await documents.ApplyAsync(connection, cancellationToken).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await partitions.EnsureAsync(cancellationToken).ConfigureAwait(false);
    }

    // A newer version's tables mean what this version does not know.
    private async Task RefuseNewerAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new List<(string Module, int Number)>();
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "select module, max(number) from joorbus_migrations group by module order by module";
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    applied.Add((reader.GetString(0), reader.GetInt32(1)));
            }
        }

        if (UnfitDatabaseException.Beyond(migrations, applied) is { } newer)
            throw newer;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        var claim = connection.CreateCommand();
        await using (claim.ConfigureAwait(false))
        {
            claim.CommandText = "insert into joorbus_migrations (module, number, applied_at) values ($1, $2, $3) on conflict do nothing";
            claim.Parameters.AddWithValue(migration.Module);
            claim.Parameters.AddWithValue(migration.Number);
            claim.Parameters.AddWithValue(clock.GetUtcNow().UtcDateTime);
            if (await claim.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false) == 0)
            {
                return;
            }
        }

        await RunAsync(connection, migration.Sql, cancellationToken).ConfigureAwait(false);
        Applied(log, migration.Module, migration.Number);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "schema.migrated {Module} {Number}")]
    private static partial void Applied(ILogger log, string module, int number);
}
