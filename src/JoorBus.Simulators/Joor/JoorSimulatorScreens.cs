using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>What a person does to stock and styles in JOOR's own screens, which no client is told of.</summary>
public sealed class JoorSimulatorScreens
{
    private const long ByHand = 0;
    private readonly JoorAccount _account;

    internal JoorSimulatorScreens(JoorAccount account) => _account = account;

    /// <summary>Types a number over the one that is there; null date is immediate stock.</summary>
    public void SetStock(string upc, string warehouse, int quantity, DateOnly? date = null)
    {
        var write = StockWrite.Of(new JsonObject { ["upc"] = upc, ["warehouse"] = warehouse, ["inventory"] = quantity, ["inventory_date"] = date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) });
        lock (_account.Gate)
        {
            if (_account.Inventory.Write(write, null, ByHand, _account.Now) is { } fault)
                throw new InvalidOperationException(fault);
        }
    }

    /// <summary>Puts a style on a linesheet that no client made.</summary>
    public void AddLinesheet(string styleIdentifier, string name, string? code = null)
    {
        lock (_account.Gate)
        {
            var style = Style(styleIdentifier);
            style.Deliveries.Add(new CatalogDelivery(new JsonObject { ["delivery_name"] = name, ["delivery_code"] = code }, IsManual: true));
            Touch(style);
        }
    }

    /// <summary>Gives a style another name.</summary>
    public void Rename(string styleIdentifier, string name)
    {
        lock (_account.Gate)
        {
            var style = Style(styleIdentifier);
            style.Name = name;
            Touch(style);
        }
    }

    private CatalogStyle Style(string identifier) =>
        _account.Catalog.Style(null, identifier) ?? throw new KeyNotFoundException($"There is no style {identifier} in account {_account.Id}.");

    private void Touch(CatalogStyle style) => (style.ModifiedAt, style.IsTouched) = (_account.Now, true);
}
