using System.Text.Json;
using JoorBus.Persistence;
using NpgsqlTypes;

namespace JoorBus.Orders.Listing;

/// <summary>Finds one order by an id of anybody's, and what its saga knows.</summary>
public sealed class OrderLookup(Database database, ConnectionNames names)
{
    /// <summary>Orders with this JOOR order id, purchase order, WMS order id or order id; two are enough to know that it names none.</summary>
    /// <param name="id">The id.</param>
    /// <param name="connection">Name of the connection; null for any.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Guid>> FindAsync(string id, string? connection, CancellationToken cancellationToken)
    {
        var found = new List<Guid>();
        var command = database.Command(
            """
            select o.order_id from joor_orders o left join mt_doc_orderfulfillment f on f.id = o.order_id
            where (o.joor_order_id = $1 or o.purchase_order = $1 or o.order_id::text = $1 or f.data ->> 'WmsOrderId' = $1) and ($2 is null or o.connection = $2)
            limit 2
            """);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(id);
            command.Parameters.Add(new() { Value = connection is null ? DBNull.Value : names.KeyOf(connection), NpgsqlDbType = NpgsqlDbType.Text });
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    found.Add(reader.GetGuid(0));
                }
            }
        }

        return found;
    }

    /// <summary>Null while the order has no saga: ignored, unreadable, or received just now.</summary>
    public async Task<OrderFacts?> FactsAsync(Guid orderId, CancellationToken cancellationToken)
    {
        var command = database.Command("select data::text from mt_doc_orderfulfillment where id = $1");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(orderId);
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is string json
                ? OrderFacts.Of(JsonSerializer.Deserialize(json, OrdersJson.Default.OrderFulfillment)!)
                : null;
        }
    }
}
