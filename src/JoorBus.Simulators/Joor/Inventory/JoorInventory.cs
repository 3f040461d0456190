using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>Stock of one account; used only under the account's lock.</summary>
internal sealed class JoorInventory(JoorCatalog catalog, JoorSimulatorOrders orders, IReadOnlyList<string> warehouses, JoorSimulatorOptions options)
{
    private const string DefaultWarehouse = "Default";
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "MM-dd-yyyy"];
    private readonly HashSet<string> _warehouses = [DefaultWarehouse, .. warehouses];
    private readonly StockShelves _shelves = new();

    /// <summary>All but that of items which were deleted or are inactive.</summary>
    public IEnumerable<JoorStockEntry> All => _shelves.All.Where(entry => catalog.Sku(entry.Sku)?.IsActive != false);

    /// <summary>Number of the newest request that wrote stock, 0 when none did.</summary>
    public long LastRequest { get; private set; }

    public void Restore(IReadOnlyList<JoorStockEntry> stock)
    {
        foreach (var entry in stock)
            _shelves.Put(new StockKey(entry.Sku, entry.Warehouse, entry.Date), entry);
    }

    /// <summary>Before a call with overwrite=1.</summary>
    public void Clear(IReadOnlyList<StockWrite> writes)
    {
        var named = writes.Select(write => write.Warehouse ?? DefaultWarehouse).ToHashSet();
        _shelves.RemoveWhere(key => options.OverwriteScope == JoorOverwriteScope.Account || named.Contains(key.Warehouse));
    }

    /// <summary>Units of each item on pending orders.</summary>
    public IReadOnlyDictionary<CatalogSku, int> Pending()
    {
        var units = new Dictionary<CatalogSku, int>();
        foreach (var line in orders.All.Where(order => order is { Status: JoorOrderStatus.Pending, Order: not null }).SelectMany(order => order.Order!.Lines))
        {
            if (catalog.SkuOf(line) is { } sku)
                units[sku] = units.GetValueOrDefault(sku) + line.Quantity;
        }
        return units;
    }

    /// <summary>Null when it took effect or was ignored, else the reason. Units of <paramref name="deducted"/> are taken off.</summary>
    public string? Write(StockWrite write, IReadOnlyDictionary<CatalogSku, int>? deducted, long request, DateTimeOffset now)
    {
        var warehouse = write.Warehouse ?? DefaultWarehouse;
        var isWarehouseKnown = _warehouses.Contains(warehouse);
        if (!isWarehouseKnown && options.UnknownWarehouse == JoorUnknownWarehouse.Fail)
            return $"warehouse '{warehouse}' not found";
        if (!TryDate(write.Date, out var date))
            return $"inventory_date '{write.Date}' is no date";
        if (write.Quantity is not >= 0 && !write.IsMadeToOrder)
            return "inventory must be a whole number from 0";
        var sku = Find(write);
        if (sku is null && options.UnknownSku == JoorUnknownSku.Fail)
            return write.Upc is null ? "sku not found" : "upc not found";
        if (!isWarehouseKnown)
            return null;
        LastRequest = request;
        var key = new StockKey(sku?.Id ?? write.Name, warehouse, date);
        if (write.IsMadeToOrder)
            _shelves.ClearStock(key.Item);
        _shelves.Put(key, new JoorStockEntry
        {
            Sku = key.Item,
            Upc = sku?.Upc ?? write.Upc,
            StyleNumber = sku?.Style.Number ?? write.StyleNumber,
            StyleIdentifier = sku?.Style.Identifier ?? write.StyleIdentifier,
            ColorCode = sku?.Color.Code ?? write.Color,
            Size = sku?.Size.Name ?? write.Size,
            Warehouse = warehouse,
            Date = date,
            Quantity = write.IsMadeToOrder ? 0 : write.Quantity!.Value - (sku is null ? 0 : deducted?.GetValueOrDefault(sku) ?? 0),
            IsMadeToOrder = write.IsMadeToOrder,
            Request = request,
            ChangedAt = now,
        });
        return null;
    }

    private CatalogSku? Find(StockWrite write)
    {
        // A UPC wins, and colour and size are then ignored.
        if (write.Upc is { } upc)
            return catalog.SkuByUpc(upc);
        var style = write.StyleId is { } id ? catalog.Style(id) : catalog.Style(write.StyleNumber, write.StyleIdentifier);
        var sku = write.ColorId is { } color
            ? style?.Skus.Find(sku => sku.Color.Id == color && sku.Size.IsCalled(write.Size))
            : style?.Skus.Find(sku => sku.Color.Code == write.Color && sku.Size.IsCalled(write.Size));
        return sku is { IsActive: true } ? sku : null;
    }

    private static bool TryDate(string? text, out string date)
    {
        date = StockKey.Immediate;
        if (text is null || text.Equals(StockKey.Immediate, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!DateOnly.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return false;
        date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return true;
    }
}
