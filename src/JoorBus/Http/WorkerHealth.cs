using JoorBus.Connections.Cataloguing;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Http;

/// <summary>Why pushing to a connection does not go on. A host is ready all the same: others, and its other work, go on.</summary>
internal sealed class WorkerHealth(Database database, ConnectionCatalog catalog)
{
    private const string Errors =
        """
        select 'stock of ', connection, error from inventory_workers where error is not null
        union all select 'products of ', connection, error from product_workers where error is not null
        order by 1, 2 limit 100
        """;

    /// <summary>A sentence for each connection that has one; empty where the database does not answer.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        try
        {
            await using var command = database.Command(Errors);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var key = reader.GetString(1);
                found[$"{reader.GetString(0)}{catalog.All.FirstOrDefault(connection => connection.Key == key)?.Name ?? key}"] = reader.GetString(2);
            }
        }
        catch (NpgsqlException)
        {
            // DatabaseHealth says so.
        }

        return found;
    }
}
