using JoorBus.Persistence;

namespace JoorBus.Orders.Polling;

/// <summary>What the poller reads of the database.</summary>
public sealed class PollStore(Database database)
{
    /// <summary>
    /// Takes the leases of those connections whose round is due and that nobody else holds, in one statement; for the others it says when
    /// to ask again.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, LeaseAnswer>> LeaseAsync(
        IReadOnlyCollection<string> connections, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // A row made just now is seen from the next look on.
        var answers = connections.ToDictionary(connection => connection, _ => (LeaseAnswer)new LeaseAnswer.NotBefore(now.AddMilliseconds(1)));
        var command = database.Command(
            """
            with made as (insert into joor_polls (connection, created_at, next_at) select c, $3, $3 from unnest($1) as c order by c on conflict do nothing),
            free as (
                select connection from joor_polls
                where connection = any($1) and next_at <= $3 and (lease_until is null or lease_until <= $3 or lease_owner = $2)
                order by connection for update skip locked),
            taken as (
                update joor_polls p set lease_owner = $2, lease_until = $4 from free where p.connection = free.connection
                returning p.connection, created_at, checkpoint)
            select connection, true, created_at, checkpoint, null from taken
            union all
            select connection, false, created_at, checkpoint, greatest(next_at, lease_until) from joor_polls
            where connection = any($1) and connection not in (select connection from taken)
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connections.ToArray());
            command.Parameters.AddWithValue(owner);
            command.Parameters.AddWithValue(now.UtcDateTime);
            command.Parameters.AddWithValue(until.UtcDateTime);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    var connection = reader.GetString(0);
                    answers[connection] = reader.GetBoolean(1)
                        ? new LeaseAnswer.Taken(new PollLease(connection, owner, until), reader.GetFieldValue<DateTimeOffset>(2), await TimeAsync(3).ConfigureAwait(false))
                        : new LeaseAnswer.NotBefore(reader.GetFieldValue<DateTimeOffset>(4));
                }

                async Task<DateTimeOffset?> TimeAsync(int column) =>
                    await reader.IsDBNullAsync(column, cancellationToken).ConfigureAwait(false) ? null : reader.GetFieldValue<DateTimeOffset>(column);
            }
        }

        return answers;
    }

    /// <summary>Makes rounds due that were planned for later, after an interval became shorter.</summary>
    public async Task HurryAsync(IReadOnlyCollection<string> connections, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (connections.Count == 0)
        {
            return;
        }

        var command = database.Command("update joor_polls set next_at = $2 where connection = any($1) and next_at > $2");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connections.ToArray());
            command.Parameters.AddWithValue(now.UtcDateTime);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>What is stored of these orders.</summary>
    public async Task<IReadOnlyDictionary<string, KnownOrder>> KnownAsync(string connection, IReadOnlyCollection<string> joorOrderIds, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, KnownOrder>(joorOrderIds.Count);
        var command = database.Command(
            """
            select joor_order_id, order_id, revision, content_hash, decision, modified_at, marked_at is not null, row_version, refused_hash
            from joor_orders where connection = $1 and joor_order_id = any($2)
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connection);
            command.Parameters.AddWithValue(joorOrderIds.ToArray());
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    known[reader.GetString(0)] = new KnownOrder(
                        reader.GetGuid(1),
                        reader.GetInt32(2),
                        reader.GetFieldValue<byte[]>(3),
                        Enum.Parse<OrderDecision>(reader.GetString(4)),
                        await reader.IsDBNullAsync(5, cancellationToken).ConfigureAwait(false) ? null : reader.GetFieldValue<DateTimeOffset>(5),
                        reader.GetBoolean(6),
                        reader.GetInt32(7),
                        await reader.IsDBNullAsync(8, cancellationToken).ConfigureAwait(false) ? null : reader.GetFieldValue<byte[]>(8));
                }
            }
        }

        return known;
    }
}

/// <summary>Whether this host may poll now.</summary>
public abstract record LeaseAnswer
{
    private LeaseAnswer()
    {
    }

    /// <summary>It may. <paramref name="FirstSeen"/> is when the connection was first polled by anybody.</summary>
    public sealed record Taken(PollLease Lease, DateTimeOffset FirstSeen, DateTimeOffset? Checkpoint) : LeaseAnswer;

    /// <summary>Not due, or another host is at it.</summary>
    public sealed record NotBefore(DateTimeOffset At) : LeaseAnswer;
}
