using JoorBus.Connections.Managing;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Setting;

/// <summary>What stock hangs on a connection, for whoever wants to remove it.</summary>
internal sealed class StockUse(Database database) : IConnectionUse
{
    /// <summary>Slots that JOOR is known to hold or shall hold; open are those that wait to be pushed.</summary>
    public async Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken)
    {
        var command = database.Command("select count(*), count(*) filter (where is_dirty and not is_refused) from joor_stock where connection = $1");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(key);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return new ConnectionUse("stock", reader.GetInt64(0), reader.GetInt64(1));
            }
        }
    }
}
