namespace JoorBus.Joor;

/// <summary>A product of v4, which v2 calls a style (references "create-products", "how-to-create-catalog-data"). Null and empty are not written.</summary>
public sealed record JoorProduct
{
    /// <summary>JOOR's id; given by JOOR, required to update.</summary>
    public string? Id { get; init; }

    /// <summary>Required to create.</summary>
    public string? Name { get; init; }

    /// <summary>The brand's own id.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The style number people see.</summary>
    public string? ProductIdentifier { get; init; }

    public string? Description { get; init; }

    /// <summary>Fewest units of an order.</summary>
    public int? OrderMinimum { get; init; }

    /// <summary>Write only: ids of <see cref="JoorV4.Categories"/>.</summary>
    public IReadOnlyList<string> CategoryIds { get; init; } = [];

    /// <summary>Values of traits of type product.</summary>
    public IReadOnlyList<JoorTraitValue> TraitValues { get; init; } = [];

    public IReadOnlyList<JoorTag> Tags { get; init; } = [];

    /// <summary>Write only: lists that are written although they are empty, to empty them in JOOR.</summary>
    public JoorProductLists Clears { get; init; }

    /// <summary>Read only: addresses or names of images, as JOOR lists them.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];
}

/// <summary>Lists of a product that can be emptied.</summary>
[Flags]
public enum JoorProductLists
{
    None = 0,
    Categories = 1,
    TraitValues = 2,
    Tags = 4,
}

/// <summary>The value of a trait, of a product or of a SKU; the trait is named by its id or by its name.</summary>
public sealed record JoorTraitValue
{
    public string? TraitId { get; init; }

    public string? TraitName { get; init; }

    /// <summary>Such as the name of a colour.</summary>
    public string? Value { get; init; }

    /// <summary>The brand's own code of the value, such as a colour code.</summary>
    public string? ExternalId { get; init; }

    /// <summary>SKUs only: fewest units of an order.</summary>
    public int? OrderMinimum { get; init; }

    /// <summary>SKUs only: place among the values.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>SKUs only: null leaves it to JOOR (ACTIVE). INACTIVE takes the colour or size out of all orders.</summary>
    public JoorTraitStatus? Status { get; init; }

    /// <summary>Read only: six hexadecimal digits.</summary>
    public string? HexColor { get; init; }
}

/// <summary>Whether a colour or a size can be ordered.</summary>
public enum JoorTraitStatus
{
    Active,
    Inactive,
}

/// <summary>A tag; ids of parents come from JOOR.</summary>
public sealed record JoorTag
{
    public string? Name { get; init; }

    public string? Value { get; init; }

    public string? Code { get; init; }

    public string? ParentId { get; init; }
}
