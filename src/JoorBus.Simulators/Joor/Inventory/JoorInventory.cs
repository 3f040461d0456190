using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>Stock of one account; used only under the account's lock.</summary>
internal sealed class JoorInventory(JoorCatalog catalog, JoorSimulatorOrders orders, IReadOnlyList<string> warehouses, JoorSimulatorOptions options)
{
    private const string DefaultWarehouse = "Default";
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "MM-dd-yyyy"];
    private readonly Dictionary<StockKey, JoorStockEntry> _stock = [];

    public IEnumerable<JoorStockEntry> All => _stock.Values;

    /// <summary>Before a call with overwrite=1.</summary>
    public void Clear(IReadOnlyList<StockWrite> writes)
    {
        var named = writes.Select(write => write.Warehouse ?? DefaultWarehouse).ToHashSet();
        foreach (var key in _stock.Keys.Where(key => options.OverwriteScope == JoorOverwriteScope.Account || named.Contains(key.Warehouse)).ToList())
            _stock.Remove(key);
    }

    /// <summary>Null when it took effect or was ignored, else the reason.</summary>
    public string? Write(StockWrite write, bool deductsPending, long request, DateTimeOffset now)
    {
        var warehouse = write.Warehouse ?? DefaultWarehouse;
        var isWarehouseKnown = warehouse == DefaultWarehouse || warehouses.Contains(warehouse);
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
        var key = new StockKey(sku?.Id ?? write.Name, warehouse, date);
        if (write.IsMadeToOrder)
            RemoveAll(key.Item);
        var quantity = write.IsMadeToOrder ? 0 : write.Quantity!.Value - (deductsPending && sku is not null ? Pending(sku) : 0);
        _stock[key] = new JoorStockEntry
        {
            Sku = key.Item,
            Upc = sku?.Upc ?? write.Upc,
            StyleNumber = sku?.Style.Number ?? write.StyleNumber,
            ColorCode = sku?.Color.Code ?? write.Color,
            Size = sku?.Size.Name ?? write.Size,
            Warehouse = warehouse,
            Date = date,
            Quantity = quantity,
            IsMadeToOrder = write.IsMadeToOrder,
            Request = request,
            ChangedAt = now,
        };
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

    private int Pending(CatalogSku sku) => orders.All
        .Where(order => order is { Status: JoorOrderStatus.Pending, Order: not null })
        .SelectMany(order => order.Order!.Lines).Where(line => catalog.SkuOf(line) == sku).Sum(line => line.Quantity);

    private void RemoveAll(string item)
    {
        foreach (var key in _stock.Keys.Where(key => key.Item == item).ToList())
            _stock.Remove(key);
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
