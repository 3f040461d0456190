using JoorBus.Joor;

namespace JoorBus.Products.Pushing;

/// <summary>How many reads it takes to learn what JOOR holds of styles, told before.</summary>
internal static class ReadingCost
{
    // Many styles of v2 are read page by page.
    private const int PagesOfV2 = 10;
    private const int ListsOfV4 = 4;

    public static int Of(IReadOnlyList<PushStyle> styles, JoorApiVersion api) => (styles.Count, api) switch
    {
        (0, _) => 0,
        (var count, JoorApiVersion.V2) => Math.Min(count, PagesOfV2),
        // A page too many at the end of each list is not counted: it is an estimate.
        _ => ListsOfV4 + (Skus(styles) / JoorPaging.Most) + (Prices(styles) / JoorPaging.Most),
    };

    // As if JOOR had all that is wanted already.
    private static int Skus(IReadOnlyList<PushStyle> styles) => styles.Sum(style => style.Input.Wanted?.Skus.Count ?? 0);

    private static int Prices(IReadOnlyList<PushStyle> styles) => styles.Sum(style => (style.Input.Wanted?.Skus.Count ?? 0) * style.Input.Wanted?.Prices.Count ?? 0);
}
