namespace JoorBus.Products.Listing;

/// <summary>Which styles to list; null means any.</summary>
public sealed record ProductQuery
{
    /// <summary>Most rows of one answer.</summary>
    public const int MostRows = 1000;

    /// <summary>Name of the connection.</summary>
    public string? Connection { get; init; }

    /// <summary>One of <see cref="ProductStates.All"/>; case does not matter.</summary>
    public string? State { get; init; }

    /// <summary>Style number, style identifier or JOOR's id, whole; or part of the name.</summary>
    public string? Search { get; init; }

    /// <summary>1 to 1,000.</summary>
    public int Limit { get; init; } = 50;

    /// <summary><see cref="ProductPage.Next"/> of the page before.</summary>
    public string? After { get; init; }
}

/// <summary>Rows by connection and style, and where the next page begins.</summary>
/// <param name="Rows">At most as many as asked for.</param>
/// <param name="Next">Null when there is no more.</param>
public sealed record ProductPage(IReadOnlyList<ProductRow> Rows, string? Next);

/// <summary>Where a style stands, in the words people use, and in those stored.</summary>
public static class ProductStates
{
    /// <summary>Something is still to be sent.</summary>
    public const string Pending = "pending";

    /// <summary>JOOR holds what is wanted.</summary>
    public const string Pushed = "pushed";

    /// <summary>All or part was refused; waits until the style changes or a person asks.</summary>
    public const string Refused = "refused";

    /// <summary>A removal waits for a person.</summary>
    public const string Held = "held";

    /// <summary>The brand's system says that it is not to go to JOOR.</summary>
    public const string Skipped = "skipped";

    public static IReadOnlyList<string> All { get; } = [Pending, Pushed, Refused, Held, Skipped];

    internal static string Stored(string state) => state.ToLowerInvariant() switch
    {
        Pending => "Dirty",
        Pushed => "Settled",
        Refused => "Refused",
        Held => "Held",
        Skipped => "Skipped",
        _ => state,
    };

    internal static string Shown(string stored) => stored switch
    {
        "Dirty" => Pending,
        "Settled" => Pushed,
        _ => stored.ToLowerInvariant(),
    };
}
