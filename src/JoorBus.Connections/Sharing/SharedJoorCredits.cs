using JoorBus.Joor;
using JoorBus.Persistence;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Connections.Sharing;

/// <summary>
/// JOOR's credits of an account, counted in PostgreSQL, so that all running copies together stay within them. The window slides:
/// JOOR's own opens with the first request that it receives, which no client can see exactly.
/// </summary>
public sealed class SharedJoorCredits(Database database, IOptions<JoorCreditOptions> options, TimeProvider clock) : IJoorCredits
{
    // Serialized per account by the lock; the second statement sees what the lock's last holder stored.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 7240))";

    private const string Spend =
        """
        with lately as (select at, credits from joor_credits where account = $1 and at > $3),
        total as (select coalesce(sum(credits), 0)::int as spent from lately),
        block as (select until from joor_credit_blocks where account = $1 and until > $2),
        granted as (
            insert into joor_credits (account, at, credits)
            select $1, $2, $4 from total where spent + $4 <= $5 and not exists (select from block)
            on conflict (account, at) do update set credits = joor_credits.credits + excluded.credits
            returning 1),
        forgotten as (delete from joor_credits where account = $1 and at <= $3)
        select exists (select from granted), $5 - spent - $4, (select until from block), (
            select min(free.at) from (select at, sum(credits) over (order by at) as freed from lately) free where spent + $4 - free.freed <= $5)
        from total
        """;

    public async ValueTask<JoorCreditGrant> SpendAsync(string account, int credits, JoorPriority priority, CancellationToken cancellationToken)
    {
        var limits = options.Value;
        var usable = limits.CreditsPerWindow - (priority == JoorPriority.OrderReading ? 0 : limits.ReservedForOrders);
        ArgumentOutOfRangeException.ThrowIfLessThan(credits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(credits, usable);
        var now = clock.GetUtcNow();
        var memory = limits.Window + limits.Lag;
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var batch = connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                batch.BatchCommands.Add(Command(Lock, account));
                batch.BatchCommands.Add(Command(Spend, account, now.UtcDateTime, (now - memory).UtcDateTime, credits, usable));
                var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                    await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    if (reader.GetBoolean(0))
                    {
                        return new JoorCreditGrant.Granted(reader.GetInt32(1));
                    }

                    var column = await reader.IsDBNullAsync(2, cancellationToken).ConfigureAwait(false) ? 3 : 2;
                    var moment = reader.GetFieldValue<DateTimeOffset>(column);
                    return new JoorCreditGrant.NotBefore(column == 2 ? moment : moment + memory);
                }
            }
        }
    }

    public async ValueTask ExhaustedAsync(string account, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var command = database.Command(
            """
            insert into joor_credit_blocks (account, until) values ($1, $2)
            on conflict (account) do update set until = greatest(joor_credit_blocks.until, excluded.until)
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(account);
            command.Parameters.AddWithValue(until.UtcDateTime);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] arguments)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var argument in arguments)
        {
            command.Parameters.AddWithValue(argument);
        }

        return command;
    }
}
