using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Orders;
using JoorBus.Orders.Listing;
using JoorBus.Orders.Polling;

namespace JoorBus.Hosting;

/// <summary>Joins the order slice and the connections, which know nothing of each other.</summary>
internal static class OrderConnections
{
    /// <summary>Orders are polled of the connections that are in use now, and listed by their present names.</summary>
    public static IServiceCollection AddOrderConnections(this IServiceCollection services)
    {
        services.AddSingleton(provider => Polled(provider.GetRequiredService<ConnectionCatalog>()));
        services.AddSingleton(provider => Names(provider.GetRequiredService<ConnectionCatalog>()));
        services.AddSingleton<IConnectionUse, OrdersOfConnection>();
        return services;
    }

    private static PolledConnections Polled(ConnectionCatalog catalog) => new(
        () =>
        {
            // The version first: a change in between is then noticed once more, never missed.
            var version = catalog.Version;
            return new PolledVersion(version, catalog.Current);
        },
        catalog.WaitForChangeAsync);

    private static ConnectionNames Names(ConnectionCatalog catalog) => new(
        name => catalog.Named(name)?.Key ?? name,
        key => catalog.All.FirstOrDefault(connection => connection.Key == key)?.Name ?? key);

    private sealed class OrdersOfConnection(OrderUse orders) : IConnectionUse
    {
        public async Task<ConnectionUse> OfAsync(string key, CancellationToken cancellationToken)
        {
            var counts = await orders.OfAsync(key, cancellationToken);
            return new ConnectionUse("orders", counts.Orders, counts.Open);
        }
    }
}
