using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Products.Setting;

namespace JoorBus.Demo;

/// <summary>Switches stock and products on, as a person would do for a new connection.</summary>
internal static class DemoSettings
{
    public static async Task SaveAsync(IServiceProvider services, IReadOnlyList<JoorConnectionOptions> connections, CancellationToken cancellationToken)
    {
        var (stock, products) = (services.GetRequiredService<InventorySettingsStore>(), services.GetRequiredService<ProductSettingsStore>());
        foreach (var (brand, connection) in DemoBrand.All.Zip(connections))
        {
            if (await stock.SaveAsync(brand.ToStockSettings(connection.Key), 0, cancellationToken).ConfigureAwait(false) is not SettingsOutcome.Saved)
            {
                throw new InvalidOperationException($"The settings of {brand.Connection}'s stock were not saved.");
            }

            var settings = await products.LoadAsync(connection.Key, cancellationToken).ConfigureAwait(false) with { IsOn = true, CreditShare = 1m };
            if (await products.SaveAsync(settings, cancellationToken).ConfigureAwait(false) is not ProductSettingsOutcome.Saved)
            {
                throw new InvalidOperationException($"The settings of {brand.Connection}'s products were not saved.");
            }
        }
    }
}
