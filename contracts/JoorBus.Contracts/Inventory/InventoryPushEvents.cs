namespace JoorBus.Contracts.Inventory;

/// <summary>JOOR took stock of these items.</summary>
public sealed record InventoryPushed
{
    /// <summary>The request; one may be told in several messages.</summary>
    public required Guid PushId { get; init; }

    /// <summary>Name of the JOOR connection.</summary>
    public required string Connection { get; init; }

    /// <summary>When JOOR answered.</summary>
    public required DateTimeOffset PushedAt { get; init; }

    /// <summary>1 to 500 items.</summary>
    public required IReadOnlyList<PushedStock> Items { get; init; }
}

/// <summary>JOOR, or a rule of JOOR's, refused stock of these items; they wait until they change or a person asks.</summary>
public sealed record InventoryPushRefused
{
    /// <inheritdoc cref="InventoryPushed.PushId"/>
    public required Guid PushId { get; init; }

    /// <inheritdoc cref="InventoryPushed.Connection"/>
    public required string Connection { get; init; }

    /// <summary>When it was refused.</summary>
    public required DateTimeOffset RefusedAt { get; init; }

    /// <summary>1 to 500 items, each with its reason.</summary>
    public required IReadOnlyList<PushedStock> Items { get; init; }
}

/// <summary>Stock of one item in one of JOOR's warehouses.</summary>
public sealed record PushedStock
{
    /// <summary>The warehouse system's id of the item.</summary>
    public string? Sku { get; init; }

    /// <summary>UPC sent.</summary>
    public string? Upc { get; init; }

    /// <summary>Style number sent.</summary>
    public string? StyleNumber { get; init; }

    /// <summary>Style identifier sent.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>Colour code sent.</summary>
    public string? ColorCode { get; init; }

    /// <summary>Size sent.</summary>
    public string? Size { get; init; }

    /// <summary>Name of JOOR's warehouse.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Day of future stock; null for immediate stock.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Units sent.</summary>
    public required int Quantity { get; init; }

    /// <summary>True when sent as made to order.</summary>
    public bool? MadeToOrder { get; init; }

    /// <summary>Why it was refused, in JOOR's words where they are JOOR's.</summary>
    public string? Reason { get; init; }
}
