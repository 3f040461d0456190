namespace JoorBus.Inventory.Planning;

/// <summary>The names under which a slot is sent, and the warehouse's own.</summary>
/// <param name="Key">Equal for equal items.</param>
public sealed record SlotNames(string Key)
{
    public string? Sku { get; init; }

    public string? Upc { get; init; }

    public string? StyleNumber { get; init; }

    public string? StyleIdentifier { get; init; }

    public string? ColorCode { get; init; }

    public string? Size { get; init; }
}

/// <summary>The item in JOOR, or why there is none.</summary>
public readonly record struct Naming(SlotNames? Item, string? Reason);
