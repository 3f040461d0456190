using JoorBus.Connections.Managing;
using JoorBus.Persistence;

namespace JoorBus.Products.Storing;

/// <summary>What hangs on a connection, for whoever wants to remove it: styles, and those that still wait.</summary>
internal sealed class ProductUse(Database database) : IConnectionUse
{
    public async Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken)
    {
        await using var command = database.Command("select count(*), count(*) filter (where state not in ('Settled', 'Skipped')) from joor_products where connection = $1");
        command.Parameters.AddWithValue(key);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new ConnectionUse("products", reader.GetInt64(0), reader.GetInt64(1));
    }
}
