using System.Collections.Concurrent;
using JoorBus.Joor;
using JoorBus.Persistence;

namespace JoorBus.Http;

/// <summary>
/// The warehouses of JOOR's order settings, as far as JOOR tells: it has no list of them, but customers and orders name theirs, and "Default"
/// is always there.
/// </summary>
internal sealed class KnownWarehouses(Database database, JoorClients joor, TimeProvider clock)
{
    private const string Default = "Default";
    private const int Pages = 4;
    private const int PageSize = 50;
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <summary>Names, in their order. Costs at most a few credits, and none within ten minutes.</summary>
    /// <param name="connection">Key of the connection.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<string>> OfAsync(string connection, CancellationToken cancellationToken)
    {
        if (_remembered.TryGetValue(connection, out var known) && known.Until > clock.GetUtcNow())
            return known.Names;
        HashSet<string> names = [Default, .. await OfOrdersAsync(connection, cancellationToken)];
        var areAllRead = await AddOfCustomersAsync(connection, names, cancellationToken);
        var found = names.Order(StringComparer.Ordinal).ToList();
        if (areAllRead)
            _remembered[connection] = new Remembered(found, clock.GetUtcNow() + Memory);
        return found;
    }

    // The first customers are enough: warehouses are few.
    private async Task<bool> AddOfCustomersAsync(string connection, HashSet<string> names, CancellationToken cancellationToken)
    {
        var customers = joor.For(connection).V2.Customers;
        int? start = 0;
        for (var page = 0; page < Pages && start is { } from; page++)
        {
            if (await customers.ReadPageAsync(from, PageSize, cancellationToken) is not JoorAnswer<JoorPage<JoorCustomerAccount>>.Accepted answer)
                return false;
            foreach (var customer in answer.Value.Items.OfType<JoorReading<JoorCustomerAccount>.Readable>())
                names.UnionWith(customer.Value.Warehouses.Select(warehouse => warehouse.Name?.Trim()).OfType<string>().Where(name => name.Length > 0));
            start = answer.Value.Next;
        }

        return true;
    }

    private async Task<IReadOnlyList<string>> OfOrdersAsync(string connection, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        await using var command = database.Command(
            """
            select distinct convert_from(content, 'UTF8')::jsonb #>> '{warehouse,name}'
            from (select content from joor_orders where connection = $1 and content is not null order by seen_at desc limit 500) newest
            where convert_from(content, 'UTF8')::jsonb #>> '{warehouse,name}' <> ''
            """);
        command.Parameters.AddWithValue(connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            names.Add(reader.GetString(0).Trim());
        return names;
    }

    private sealed record Remembered(IReadOnlyList<string> Names, DateTimeOffset Until);
}
