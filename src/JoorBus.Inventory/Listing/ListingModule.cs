using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Listing;

internal static class ListingModule
{
    public static IServiceCollection AddInventoryListing(this IServiceCollection services) => services
        .AddSingleton<StockedConnections>()
        .AddSingleton<InventoryListing>()
        .AddSingleton<InventoryItemView>()
        .AddSingleton<InventorySummary>();
}
