using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>The product of v4.</summary>
internal static class CatalogPlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        var known = draft.State.Catalog;
        var body = Body(wanted, known?.Content, draft.Input.Facts);
        if (known is null)
            draft.Add(new CreateProduct(body));
        else if (JsonMatch.Differences(Compared(known.Content), Compared(body), known.IsRead) is { Count: > 0 } changes)
            draft.Add(new UpdateProduct(body, changes));
    }

    /// <summary>A product without what only JOOR says.</summary>
    public static JoorProduct Compared(JoorProduct product) => product with
    {
        Id = null,
        Images = [],
        Clears = JoorProductLists.None,
        TraitValues = [.. product.TraitValues.Select(value => value with { HexColor = null, TraitName = value.TraitId is null ? value.TraitName : null })],
    };

    private static JoorProduct Body(WantedProduct wanted, JoorProduct? before, AccountFacts facts)
    {
        var product = wanted.Product;
        var body = new JoorProduct
        {
            Name = product.Name,
            ExternalId = product.StyleIdentifier ?? product.StyleNumber,
            ProductIdentifier = product.StyleNumber,
            Description = wanted.Checks.LeavesOut(ProductParts.Description) ? before?.Description : Clearing.Text(product.Description, before?.Description),
            OrderMinimum = wanted.Checks.LeavesOut(ProductParts.Minimum) ? before?.OrderMinimum : Clearing.Minimum(product.OrderMinimum, before?.OrderMinimum),
            CategoryIds = [.. product.Categories.Select(category => Category(category, facts))],
            TraitValues = [.. ProductTraits.Of(product).Select(value => Value(value.Trait, value.Value, value.Code, facts))],
            Tags = [.. product.Tags.Select(tag => new JoorTag { Name = tag.Name, Value = tag.Value, Code = tag.Code })],
        };
        return body with { Clears = Clears(body, before) };
    }

    private static string Category(string text, AccountFacts facts) =>
        facts.Categories is { } all && Naming.Category(text, all) is { Id: { } id } ? id : text;

    private static JoorTraitValue Value(ProductTrait trait, string value, string? code, AccountFacts facts) =>
        facts.Traits is { } all && trait.Find(all) is { Id: { } id }
            ? new JoorTraitValue { TraitId = id, Value = value, ExternalId = code }
            : new JoorTraitValue { TraitName = trait.Name, Value = value, ExternalId = code };

    private static JoorProductLists Clears(JoorProduct body, JoorProduct? before) =>
        (body.CategoryIds.Count == 0 && before?.CategoryIds.Count > 0 ? JoorProductLists.Categories : 0)
        | (body.TraitValues.Count == 0 && before?.TraitValues.Count > 0 ? JoorProductLists.TraitValues : 0)
        | (body.Tags.Count == 0 && before?.Tags.Count > 0 ? JoorProductLists.Tags : 0);
}
