using JoorBus.Contracts.Products;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Checking;

/// <summary>Categories, materials and tags.</summary>
internal static class TagChecks
{
    public static Product Of(Product product, CheckContext context) => product with
    {
        Categories = [.. product.Categories.Where(category => IsCategory(category, context)).Distinct()],
        Materials = [.. product.Materials.Where(material => IsGiven("material", material, context)).Distinct()],
        Tags = [.. product.Tags.Where(tag => IsTag(tag, context)).Distinct()],
    };

    private static bool IsCategory(string category, CheckContext context)
    {
        if (!IsGiven("category", category, context))
            return false;
        if (context.Facts.Categories is not { } all)
            return true;
        if (Naming.Category(category, all) is { } found)
        {
            if (!context.IsV4 || found.Id is not null)
                return true;
        }
        context.LeaveOut(
            $"category {category}",
            $"JOOR has no category '{category}', or more than one of this name; it has {CheckContext.Listed(all.Select(known => known.Name ?? known.Id ?? ""))}. Name one of them, or give its id.");
        return false;
    }

    private static bool IsTag(ProductTag tag, CheckContext context)
    {
        if (!IsGiven("tag", tag.Name, context))
            return false;
        if (context.Facts.Tags is not { } all || all.Contains(tag.Name))
            return true;
        context.LeaveOut($"tag {tag.Name}", $"JOOR has no tag '{tag.Name}'; it has {CheckContext.Listed(all)}. Name one of them, or make it in JOOR first.");
        return false;
    }

    private static bool IsGiven(string what, string? text, CheckContext context)
    {
        if (!string.IsNullOrWhiteSpace(text))
            return true;
        context.LeaveOut(what, $"A {what} is empty; name it or leave it out.");
        return false;
    }
}
