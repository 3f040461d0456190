using JoorBus.Connections.Managing;
using JoorBus.Persistence;

namespace JoorBus.Orders.Listing;

/// <summary>What hangs on a connection, for whoever wants to remove it.</summary>
public sealed class OrderUse(Database database) : IConnectionUse
{
    /// <summary>All orders read through the connection, also ignored and unreadable ones; open are those with the warehouse, on the way to it, or held.</summary>
    public async Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken)
    {
        var command = database.Command(
            """
            select count(*), count(*) filter (where f.data ->> 'CurrentState' in ('AwaitingAcceptance', 'AwaitingCancellation', 'Held', 'Accepted')
                or (f.id is null and o.decision in ('Imported', 'Cancelled')))
            from joor_orders o left join mt_doc_orderfulfillment f on f.id = o.order_id where o.connection = $1
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(key);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new ConnectionUse("orders", reader.GetInt64(0), reader.GetInt64(1));
            }
        }
    }
}
