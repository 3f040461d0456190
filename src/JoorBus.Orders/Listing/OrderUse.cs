using JoorBus.Persistence;

namespace JoorBus.Orders.Listing;

/// <summary>What hangs on a connection, for whoever wants to remove it.</summary>
public sealed class OrderUse(Database database)
{
    /// <summary>Counts the orders of the connection with this key, and those that somebody still waits for.</summary>
    public async Task<OrderCounts> OfAsync(string connectionKey, CancellationToken cancellationToken)
    {
        var command = database.Command(
            """
            select count(*)::int, (count(*) filter (where f.data ->> 'CurrentState' in ('AwaitingAcceptance', 'AwaitingCancellation', 'Held', 'Accepted')
                or (f.id is null and o.decision in ('Imported', 'Cancelled'))))::int
            from joor_orders o left join mt_doc_orderfulfillment f on f.id = o.order_id where o.connection = $1
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(connectionKey);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new OrderCounts(reader.GetInt32(0), reader.GetInt32(1));
            }
        }
    }
}

/// <summary>Orders of one connection.</summary>
/// <param name="Orders">All orders read through the connection, also ignored and unreadable ones.</param>
/// <param name="Open">Those that are with the warehouse, on the way to it, or held.</param>
public sealed record OrderCounts(int Orders, int Open);
