using JoorBus.Contracts.Inventory;

namespace JoorBus.Simulators.Comparing;

/// <summary>What a connection's settings make of the warehouse's stock, said apart from the code that is tested.</summary>
public sealed record StockRules
{
    /// <summary>JOOR's warehouse for each of the WMS's; one that is not named is not sold.</summary>
    public required IReadOnlyDictionary<string, string> Warehouses { get; init; }

    /// <summary>Units of an item kept back in one of JOOR's warehouses.</summary>
    public Func<StockItem, string, int> Buffer { get; init; } = (item, _) => item.SafetyStock ?? 0;

    /// <summary>Units taken off beyond the buffer, such as those of open orders.</summary>
    public Func<StockItem, string, int> Deducted { get; init; } = (_, _) => 0;

    /// <summary>Counts on hand instead of what can be sold.</summary>
    public bool SellsOnHand { get; init; }

    public bool SendsFutureStock { get; init; } = true;

    public bool SendsMadeToOrder { get; init; } = true;

    /// <summary>JOOR's entries are found by style, colour and size instead of the UPC.</summary>
    public bool IsByStyle { get; init; }

    /// <summary>Items that are not JOOR's business; what JOOR has of them is not looked at.</summary>
    public Func<StockItem, bool> IsLeftOut { get; init; } = item => item.SkipPush == true || item.SkipJoor == true;
}
