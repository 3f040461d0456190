namespace JoorBus.Joor;

/// <summary>A collection, which people call a linesheet (references "create-collections", "update-collections"). Null is not written.</summary>
public sealed record JoorCollection
{
    /// <summary>JOOR's id; given by JOOR, required to update.</summary>
    public string? Id { get; init; }

    /// <summary>Required to create.</summary>
    public string? Name { get; init; }

    /// <summary>The brand's own id. Required to create.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Written as season_id; read with name and year.</summary>
    public JoorSeason? Season { get; init; }

    /// <summary>Without start and end the delivery is immediate.</summary>
    public JoorDelivery? Delivery { get; init; }

    /// <summary>Null leaves the items as they are; an empty list is written.</summary>
    public IReadOnlyList<JoorCollectionItem>? Items { get; init; }

    /// <summary>Read only, such as OWNER.</summary>
    public string? Visibility { get; init; }

    /// <summary>Read only.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>Read only.</summary>
    public bool? IsCustom { get; init; }

    /// <summary>Read only.</summary>
    public bool? MadeToOrder { get; init; }

    /// <summary>Read only.</summary>
    public bool? IgnoresInventory { get; init; }
}

/// <summary>When a collection ships.</summary>
public sealed record JoorDelivery
{
    public DateOnly? StartShip { get; init; }

    public DateOnly? CompleteShip { get; init; }

    public DateOnly? Cancel { get; init; }

    /// <summary>Days.</summary>
    public int? MinimumShippingWindow { get; init; }
}

/// <summary>A product of a collection, with all its SKUs or those named.</summary>
public sealed record JoorCollectionItem
{
    public string? ProductId { get; init; }

    /// <summary>Place in the collection.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>Null or empty for all.</summary>
    public IReadOnlyList<string> SkuIds { get; init; } = [];
}
