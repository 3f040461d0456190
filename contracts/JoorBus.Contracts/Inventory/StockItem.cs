namespace JoorBus.Contracts.Inventory;

/// <summary>One style, colour and size as the warehouse knows it. At least one of SKU, UPC, or style with colour and size is required.</summary>
public sealed record StockItem
{
    /// <summary>The warehouse's own id of the item, at most 100 characters. What it names may get another UPC or style, and stays the same item.</summary>
    public string? Sku { get; init; }

    /// <summary>UPC, at most 50 characters; JOOR's preferred identity.</summary>
    public string? Upc { get; init; }

    /// <summary>Style number, at most 45 characters.</summary>
    public string? StyleNumber { get; init; }

    /// <summary>The brand's unique style identifier, at most 100 characters; often equal to the style number.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>Colour, by code and name.</summary>
    public Coded? Color { get; init; }

    /// <summary>Size, by code and name.</summary>
    public Coded? Size { get; init; }

    /// <summary>Further fields of the item, for the templates that make JOOR's style identifier; names are case-insensitive.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Units of this item kept back from JOOR, 0 or more; null leaves it to warehouse and connection.</summary>
    public int? SafetyStock { get; init; }

    /// <summary>True keeps the item out of every marketplace.</summary>
    public bool? SkipPush { get; init; }

    /// <summary>True keeps the item out of JOOR only.</summary>
    public bool? SkipJoor { get; init; }
}
