using JoorBus.Persistence;

namespace JoorBus.Products.Removing;

/// <summary>How many open JOOR orders hold a style, or one of its colours or sizes, as far as orders came through this host.</summary>
internal sealed class OpenOrders(Database database)
{
    /// <param name="connection">Key of the connection.</param>
    /// <param name="style">Style identifier.</param>
    /// <param name="colorCode">Empty for all colours.</param>
    /// <param name="size">Empty for all sizes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(int Orders, int Units)> CountAsync(string connection, string style, string colorCode, string size, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            select count(distinct o.order_id)::integer, coalesce(sum((l ->> 'Units')::integer), 0)::integer
            from product_orders o, jsonb_array_elements(o.lines) as l
            where o.is_open and not o.is_shipped and o.styles @> array[$2] and o.connection = $1
                and l ->> 'Style' = $2 and ($3 = '' or l ->> 'ColorCode' = $3) and ($4 = '' or l ->> 'Size' = $4)
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(style);
        command.Parameters.AddWithValue(colorCode);
        command.Parameters.AddWithValue(size);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt32(0), reader.GetInt32(1));
    }
}
