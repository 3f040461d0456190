namespace JoorBus.Inventory.Listing;

/// <summary>Stock as lists show it: of one item in one of JOOR's warehouses for one day; or an item, or a level, that does not get that far.</summary>
public sealed record InventoryRow
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>One of <see cref="InventoryStates.All"/>.</summary>
    public required string State { get; init; }

    /// <summary>The WMS's items; more than one only while two claim to be the same item in JOOR.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>What JOOR knows it by; null for an item that is nothing there.</summary>
    public string? JoorItem { get; init; }

    /// <summary>JOOR's warehouse; the WMS's where it feeds none; null for an item that is in no warehouse of JOOR's.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Day of future stock; null for immediate stock.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The warehouse's own numbers behind it.</summary>
    public IReadOnlyList<WmsQuantity> Wms { get; init; } = [];

    /// <summary>After map and buffer: what JOOR shall hold.</summary>
    public int? Wanted { get; init; }

    /// <summary>True when JOOR shall hold it as made to order.</summary>
    public bool IsMadeToOrder { get; init; }

    /// <summary>What JOOR took last; null when it took nothing yet, or when that is not known.</summary>
    public int? Pushed { get; init; }

    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>JOOR's words about it.</summary>
    public string? Answer { get; init; }

    /// <summary>JOOR's own id of that answer, to quote to its support.</summary>
    public string? LogId { get; init; }

    /// <summary>True while a request with it is under way.</summary>
    public bool IsUnderWay { get; init; }

    public int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Since when JOOR should hold it.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Why it does not get to JOOR.</summary>
    public string? Reason { get; init; }
}

/// <summary>Units of an item in a warehouse of the WMS that can be sold.</summary>
public sealed record WmsQuantity(string Warehouse, int? Quantity);
