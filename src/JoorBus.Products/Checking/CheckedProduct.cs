using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>A style after the checks.</summary>
public sealed record CheckedProduct
{
    /// <summary>The style without the parts that JOOR would refuse.</summary>
    public required Product Sendable { get; init; }

    public required IReadOnlyList<ProductFault> Faults { get; init; }

    /// <summary>True when nothing of the style can be sent.</summary>
    public bool IsStopped => Faults.Any(fault => fault.StopsStyle);

    /// <summary>True when a part was left out: JOOR keeps what it has of it.</summary>
    public bool LeavesOut(string part) => Faults.Any(fault => fault.Part == part);
}
