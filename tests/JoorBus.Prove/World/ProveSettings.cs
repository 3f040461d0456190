using JoorBus.Inventory;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;
using JoorBus.Products;
using JoorBus.Products.Setting;
using JoorBus.Simulators.Comparing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JoorBus.Prove.World;

/// <summary>What a person sets for stock and products, stored as the hosts read it, and the same in the words of those who compare.</summary>
internal static class ProveSettings
{
    public const string West = "WMS-WEST";
    public const string East = "WMS-EAST";
    private const int SafetyStock = 2;

    private static readonly IReadOnlyList<WarehouseMapping> Mappings = [new(East, "East"), new(West, "West")];

    public static StockRules Rules { get; } = new()
    {
        Warehouses = Mappings.ToDictionary(mapping => mapping.Wms, mapping => mapping.Joor),
        Buffer = (item, _) => item.SafetyStock ?? SafetyStock,
    };

    public static async Task SaveAsync(string database, string connection, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPersistence(_ => { });
        services.AddSingleton(Options.Create(new PersistenceOptions { ConnectionString = database }));
        services.AddInventory();
        services.AddProducts();
        await using var provider = services.BuildServiceProvider();
        var products = provider.GetRequiredService<ProductSettingsStore>();
        var stock = new InventorySettings { Id = Guid.Empty, Connection = connection, IsOn = true, Warehouses = Mappings, SafetyStock = SafetyStock };
        if (await provider.GetRequiredService<InventorySettingsStore>().SaveAsync(stock, 0, cancellationToken) is not SettingsOutcome.Saved
            || await products.SaveAsync(await products.LoadAsync(connection, cancellationToken) with { IsOn = true, CreditShare = 1m }, cancellationToken) is not ProductSettingsOutcome.Saved)
        {
            throw new InvalidOperationException("The settings of stock and products were not saved.");
        }
    }
}
