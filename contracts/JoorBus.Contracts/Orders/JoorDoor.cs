namespace JoorBus.Contracts.Orders;

/// <summary>A store of the retailer ("door").</summary>
public sealed record JoorDoor
{
    /// <summary>JOOR's door id, which lines refer to.</summary>
    public required string DoorId { get; init; }

    /// <summary>The brand's code of the door.</summary>
    public string? Code { get; init; }

    /// <summary>Name of the door.</summary>
    public string? Name { get; init; }

    /// <summary>True when the door was deleted in JOOR.</summary>
    public bool IsDeleted { get; init; }
}
