using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>From what is wanted and what is known to the smallest list of calls. Pure: the same input gives the same plan.</summary>
public static class ProductPlanner
{
    public static ProductPlan Plan(PlanInput input)
    {
        var draft = new PlanDraft(input);
        RemovalPlanning.Plan(draft);
        // What is held changes nothing yet; of the others nothing is there any more, or will be.
        var gone = input.Removals.Where(removal => !draft.Holds(removal)).ToList();
        if (input.Wanted is { } product && !gone.Any(IsWhole))
            Plan(draft, product, gone);
        return draft.ToPlan();
    }

    internal static bool IsWhole(Removal removal) => removal.ColorCode is null && removal.Size is null;

    private static void Plan(PlanDraft draft, Product product, IReadOnlyList<Removal> gone)
    {
        var found = ProductChecks.Of(product, draft.Input);
        draft.Refuse(found.Faults);
        if (found.IsStopped)
            return;
        var wanted = new WantedProduct(Without(found.Sendable, gone), Without(product, gone), found);
        if (draft.Input.Api == JoorApiVersion.V2)
        {
            StylePlanning.Plan(draft, wanted);
            StyleImagePlanning.Plan(draft, wanted);
            return;
        }
        CatalogPlanning.Plan(draft, wanted);
        SkuPlanning.Plan(draft, wanted);
        PricePlanning.Plan(draft, wanted);
        LinesheetPlanning.Plan(draft, wanted);
        AssetPlanning.Plan(draft, wanted);
    }

    // A removal is newer than the product: what it names is not wanted.
    private static Product Without(Product product, IReadOnlyList<Removal> removals)
    {
        var colors = removals.Where(removal => removal.Size is null).Select(removal => removal.ColorCode).ToHashSet();
        var sizes = removals.Where(removal => removal.ColorCode is null).Select(removal => removal.Size).ToHashSet();
        return product with
        {
            Colors = [.. product.Colors.Where(color => !colors.Contains(color.Code))],
            Sizes = [.. product.Sizes.Where(size => !sizes.Contains(size.Name))],
            Skus = [.. product.Skus.Where(sku => !colors.Contains(sku.ColorCode) && !sizes.Contains(sku.Size))],
            Images = [.. product.Images.Where(image => image.ColorCode is null || !colors.Contains(image.ColorCode))],
            Deliveries = [.. product.Deliveries.Select(delivery =>
                delivery with { HiddenColors = [.. delivery.HiddenColors.Where(color => !colors.Contains(color))] })],
        };
    }
}
