namespace JoorBus.Inventory.Planning;

/// <summary>A stored level as planning reads it. <paramref name="IsOwn"/>: said for this connection alone, not for every one.</summary>
internal sealed record PlanningLevel(string Item, bool IsOwn, string Warehouse, long Version, DateTimeOffset AsOf)
{
    public int? OnHand { get; init; }

    public int? Allocated { get; init; }

    public int? Available { get; init; }

    public string? Inbound { get; init; }

    public bool MadeToOrder { get; init; }

    public required string Identity { get; init; }
}

/// <summary>Units of an open JOOR order. An empty warehouse is the one that orders draw on by default.</summary>
internal sealed record OpenOrder(string JoorItem, string Warehouse, int Quantity, DateTimeOffset OrderedAt);

/// <summary>What is stored of a warehouse's item: whose slots are its own, and why it goes nowhere.</summary>
internal sealed record KnownItem(string Item, string? JoorItem, string? Reason, bool IsSkipped)
{
    /// <summary>The JOOR item that it feeds or would feed.</summary>
    public string? Claim => IsSkipped ? null : JoorItem;
}
