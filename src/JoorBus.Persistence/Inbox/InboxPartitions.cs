using System.Globalization;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Persistence.Inbox;

/// <summary>One partition of the inbox per day: made ahead, dropped whole when the retention is over.</summary>
public sealed class InboxPartitions(Database database, TimeProvider clock, IOptions<PersistenceOptions> options)
{
    private const int DaysAhead = 7;
    private static readonly long Lock = NameBasedGuid.LockKey("joorbus inbox partitions");

    /// <summary>Makes the partitions of yesterday to a week ahead. Idempotent, safe in several hosts at once.</summary>
    public Task EnsureAsync(CancellationToken cancellationToken) =>
        UnderLockAsync(
            async (connection, existing) =>
            {
                var today = Today();
                for (var day = today.AddDays(-1); day <= today.AddDays(DaysAhead); day = day.AddDays(1))
                {
                    if (!existing.Contains(day))
                    {
                        await RunAsync(connection, CreateSql(day), cancellationToken).ConfigureAwait(false);
                    }
                }
            },
            cancellationToken);

    /// <summary>Drops the partitions whose whole day is older than the retention.</summary>
    public Task ExpireAsync(CancellationToken cancellationToken) =>
        UnderLockAsync(
            async (connection, existing) =>
            {
                var oldest = Today().AddDays(-(int)Math.Ceiling(options.Value.InboxRetention.TotalDays));
                foreach (var day in existing.Where(day => day < oldest))
                {
                    await RunAsync(connection, $"drop table {NameOf(day)}", cancellationToken).ConfigureAwait(false);
                }
            },
            cancellationToken);

    private static string NameOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"inbox_{day:yyyyMMdd}");

    private static string CreateSql(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture,
        $"create table {NameOf(day)} partition of inbox for values from ('{day:yyyy-MM-dd}') to ('{day.AddDays(1):yyyy-MM-dd}')");

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task UnderLockAsync(Func<NpgsqlConnection, HashSet<DateOnly>, Task> act, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await RunAsync(connection, $"select pg_advisory_xact_lock({Lock})", cancellationToken).ConfigureAwait(false);
                await act(connection, await ExistingAsync(connection, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
                await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static async Task<HashSet<DateOnly>> ExistingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var days = new HashSet<DateOnly>();
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'inbox'::regclass";
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    days.Add(DateOnly.ParseExact(reader.GetString(0)["inbox_".Length..], "yyyyMMdd", CultureInfo.InvariantCulture));
                }
            }
        }

        return days;
    }
}
