namespace JoorBus.Simulators.Joor;

/// <summary>A price of a style (v2) or of an item (v4).</summary>
internal sealed class CatalogPrice
{
    public required int Id { get; init; }
    public required JoorSimulatorPriceType Type { get; init; }
    public required decimal Wholesale { get; set; }
    public decimal? Retail { get; set; }
}
