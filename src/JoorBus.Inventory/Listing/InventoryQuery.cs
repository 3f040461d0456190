namespace JoorBus.Inventory.Listing;

/// <summary>What to list; null means any.</summary>
public sealed record InventoryQuery
{
    /// <summary>Most rows of one answer.</summary>
    public const int MostRows = 1000;

    /// <summary>Name of the connection.</summary>
    public string? Connection { get; init; }

    /// <summary>One of <see cref="InventoryStates.All"/>; case does not matter.</summary>
    public string? State { get; init; }

    /// <summary>JOOR's warehouse; for <see cref="InventoryStates.Unmapped"/> the WMS's.</summary>
    public string? Warehouse { get; init; }

    /// <summary>SKU, UPC, style number or style identifier, whole.</summary>
    public string? Search { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary><see cref="InventoryPage.Next"/> of the page before.</summary>
    public string? After { get; init; }
}

/// <summary>Rows in a lasting order, and where the next page begins.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Null when there is no more.</param>
public sealed record InventoryPage(IReadOnlyList<InventoryRow> Rows, string? Next);
