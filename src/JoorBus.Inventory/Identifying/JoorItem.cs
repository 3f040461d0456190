namespace JoorBus.Inventory.Identifying;

/// <summary>An item as JOOR finds it.</summary>
/// <param name="Key">The same for two warehouse items that are one in JOOR.</param>
/// <param name="Upc">Set where it is found by UPC.</param>
/// <param name="StyleNumber">Set, with the rest, where it is found by style.</param>
/// <param name="StyleIdentifier">See <paramref name="StyleNumber"/>.</param>
/// <param name="ColorCode">See <paramref name="StyleNumber"/>.</param>
/// <param name="Size">See <paramref name="StyleNumber"/>.</param>
public sealed record JoorItem(string Key, string? Upc, string? StyleNumber, string? StyleIdentifier, string? ColorCode, string? Size);

/// <summary>An item in JOOR, or why a warehouse item is none.</summary>
public abstract record JoorItemResult
{
    private JoorItemResult()
    {
    }

    public sealed record Found(JoorItem Item) : JoorItemResult;

    /// <summary>A sentence for a person.</summary>
    public sealed record Nothing(string Reason) : JoorItemResult;
}
