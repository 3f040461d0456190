namespace JoorBus.Joor;

/// <summary>A product in one colour and one size (references "create-skus", "update-skus"). Null and empty are not written.</summary>
public sealed record JoorSku
{
    /// <summary>JOOR's id; given by JOOR.</summary>
    public string? Id { get; init; }

    /// <summary>Required to create.</summary>
    public string? ProductId { get; init; }

    /// <summary>The brand's own id.</summary>
    public string? ExternalId { get; init; }

    public string? SkuIdentifier { get; init; }

    /// <summary>Colour and size, both required to create; JOOR wants every colour with every size of the product in one call.</summary>
    public IReadOnlyList<JoorTraitValue> TraitValues { get; init; } = [];

    /// <summary>UPC, GTIN, EAN, MPN. Whether JOOR returns them is not documented.</summary>
    public IReadOnlyList<JoorIdentifier> Identifiers { get; init; } = [];
}

/// <summary>A number the SKU is known by elsewhere; JOOR's samples write the type in lower case.</summary>
public sealed record JoorIdentifier(string Type, string Value)
{
    public static JoorIdentifier Upc(string value) => new("upc", value);
}
