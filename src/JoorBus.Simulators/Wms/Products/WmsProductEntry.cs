using JoorBus.Contracts.Products;

namespace JoorBus.Simulators.Wms;

/// <summary>A style as the brand's system has it now and has told it.</summary>
public sealed record WmsProductEntry(Product Product, long Sequence, DateTimeOffset ChangedAt)
{
    /// <summary>Its unique key.</summary>
    public string Identifier => Product.StyleIdentifier ?? Product.StyleNumber;
}
