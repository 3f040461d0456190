namespace JoorBus.Inventory.Planning;

/// <summary>How JOOR finds an item: its UPC, or style, colour and size.</summary>
/// <param name="Key">Equal for equal items.</param>
public sealed record JoorItem(string Key)
{
    public string? Sku { get; init; }

    public string? Upc { get; init; }

    public string? StyleNumber { get; init; }

    public string? StyleIdentifier { get; init; }

    public string? ColorCode { get; init; }

    public string? Size { get; init; }
}

/// <summary>The item, or why there is none.</summary>
public readonly record struct Naming(JoorItem? Item, string? Reason);
