namespace JoorBus.Simulators.Joor;

/// <summary>Size of the catalog an account begins with. Every style comes in every colour and size; equal sizes give equal styles, ids and UPCs.</summary>
public sealed record JoorCatalogSeed
{
    /// <summary>0 leaves the catalog empty; generated orders then name styles that are not in it.</summary>
    public int Styles { get; init; } = 10;

    /// <summary>At least 1.</summary>
    public int Colors { get; init; } = 5;

    /// <summary>At least 1.</summary>
    public int Sizes { get; init; } = 5;
}
