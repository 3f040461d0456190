using JoorBus.Contracts.Products;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Checking;

/// <summary>What JOOR would refuse, found before anything is sent.</summary>
public static class ProductChecks
{
    private static readonly Func<Product, CheckContext, Product>[] Steps =
        [StyleChecks.Of, ColorChecks.Of, SkuChecks.Of, PriceChecks.Of, ImageChecks.Of, DeliveryChecks.Of, TagChecks.Of, TraitChecks.Of];

    /// <summary>Every fault, each with the part that is left out because of it.</summary>
    public static CheckedProduct Of(Product product, PlanInput input)
    {
        var context = new CheckContext(input);
        var sendable = Steps.Aggregate(product, (left, step) => step(left, context));
        return new CheckedProduct { Sendable = sendable, Faults = context.Faults };
    }

    /// <summary>Every fault.</summary>
    public static IReadOnlyList<ProductFault> Faults(Product product, PlanInput input) => Of(product, input).Faults;
}
