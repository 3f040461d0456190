namespace JoorBus.Joor;

/// <summary>A category of JOOR's tree, in v2 and v4.</summary>
public sealed record JoorCategory
{
    /// <summary>JOOR's id.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>Name of the category above.</summary>
    public string? ParentName { get; init; }

    /// <summary>Such as WOMEN, MEN, GIRLS, BOYS, UNISEX, HOME.</summary>
    public string? Department { get; init; }
}
