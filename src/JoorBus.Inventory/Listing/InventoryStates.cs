namespace JoorBus.Inventory.Listing;

/// <summary>Where a row of stock stands.</summary>
public static class InventoryStates
{
    /// <summary>JOOR does not hold it yet.</summary>
    public const string Pending = "pending";

    /// <summary>JOOR holds what it shall.</summary>
    public const string Pushed = "pushed";

    /// <summary>JOOR said no; waits until it changes or a person asks.</summary>
    public const string Refused = "refused";

    /// <summary>The item is nothing in JOOR, for a reason.</summary>
    public const string Unmatched = "unmatched";

    /// <summary>The item is kept out of JOOR by its own setting.</summary>
    public const string Skipped = "skipped";

    /// <summary>In a warehouse that feeds none of JOOR's.</summary>
    public const string Unmapped = "unmapped";

    public static IReadOnlyList<string> All { get; } = [Pending, Pushed, Refused, Unmatched, Skipped, Unmapped];
}
