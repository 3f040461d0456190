using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Listing;

internal static class ListingModule
{
    public static IServiceCollection AddProductListing(this IServiceCollection services) => services
        .AddSingleton<ProductListing>()
        .AddSingleton<ProductSummary>();
}
