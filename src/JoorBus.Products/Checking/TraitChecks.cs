using JoorBus.Contracts.Products;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Checking;

/// <summary>Division, fabrication and their like, which v4 takes as values of traits that the account must have.</summary>
internal static class TraitChecks
{
    public static Product Of(Product product, CheckContext context)
    {
        if (!context.IsV4 || context.Facts.Traits is not { } traits)
            return product;
        foreach (var trait in ProductTraits.Of(product).Select(value => value.Trait).Distinct().Where(trait => trait.Find(traits) is null))
        {
            context.LeaveOut(
                $"trait {trait.Name}",
                $"JOOR has no trait '{trait.Name}'; it has {CheckContext.Listed(traits.Select(known => known.Name ?? known.Id ?? ""))}. Have it switched on in JOOR, or leave it out.");
            product = trait.Without(product);
        }
        return product;
    }
}
