using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Pushing;

/// <summary>v2 does not list price types: which of a style's are unknown is learnt from JOOR's refusal, which names the label.</summary>
internal static class LearntPriceTypes
{
    public static IReadOnlyList<PriceTypeName> In(ProductCall call, string refusal) =>
        call is not PutStyle put || !refusal.Contains("price", StringComparison.OrdinalIgnoreCase) ? []
        : [.. put.Style.Prices.Where(price => IsNamed(price, put.Style.Prices, refusal)).Select(price => new PriceTypeName(price.Currency!, price.Label!)).Distinct()];

    private static bool IsNamed(JoorStylePrice price, IReadOnlyList<JoorStylePrice> all, string refusal)
    {
        if (price.Label is not { Length: > 0 } label || price.Currency is not { } currency || !refusal.Contains(label, StringComparison.Ordinal))
            return false;
        // A label within a longer one that is named too is not meant; of one label in several currencies the one that is named.
        var isPartOfOther = all.Any(other => other.Label?.Length > label.Length && other.Label.Contains(label, StringComparison.Ordinal) && refusal.Contains(other.Label, StringComparison.Ordinal));
        return !isPartOfOther && (all.Count(other => other.Label == label) == 1 || refusal.Replace(label, "", StringComparison.Ordinal).Contains(currency, StringComparison.Ordinal));
    }
}
