using JoorBus.Contracts.Products;

namespace JoorBus.Simulators.Comparing;

/// <summary>What a connection's settings make of the brand's styles.</summary>
public sealed record ProductRules
{
    /// <summary>Whether a price goes to JOOR.</summary>
    public Func<ProductPrice, bool> IsPriceSent { get; init; } = _ => true;

    public bool SendsDeliveries { get; init; } = true;

    public bool SendsImages { get; init; } = true;

    /// <summary>Styles that are not JOOR's business.</summary>
    public Func<Product, bool> IsLeftOut { get; init; } = product => product.SkipPush == true || product.SkipJoor == true;
}
