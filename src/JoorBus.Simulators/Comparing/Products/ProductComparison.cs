using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Comparing;

/// <summary>What JOOR holds of styles against what the brand has, at rest: "connection/style: what differs".</summary>
public sealed record ProductComparison
{
    /// <summary>Not in JOOR, or deleted there.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>Different in JOOR, where it was last changed before the brand's last change.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>Different in JOOR, although it was changed there after the brand's last change.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>Changed in JOOR by a request, unknown to the brand.</summary>
    public required IReadOnlyList<string> Extra { get; init; }

    /// <summary>Styles that were compared.</summary>
    public required int Styles { get; init; }

    public bool IsClean => Missing.Count + Stale.Count + Wrong.Count + Extra.Count == 0;

    public string Summary => $"products: {Styles} styles | missing {Missing.Count}, stale {Stale.Count}, wrong {Wrong.Count}, extra {Extra.Count}";

    public override string ToString() => Summary;

    public static ProductComparison Of(string connection, IReadOnlyList<WmsProductEntry> wms, JoorAccountLedger joor, ProductRules rules)
    {
        var told = wms.ToDictionary(entry => entry.Identifier);
        var held = joor.Styles.Where(style => !style.IsDeleted).ToDictionary(style => style.Identifier);
        List<string> missing = [], stale = [], wrong = [];
        foreach (var (identifier, entry) in told.Where(pair => !rules.IsLeftOut(pair.Value.Product)))
        {
            if (!held.TryGetValue(identifier, out var style))
                missing.Add($"{connection}/{identifier}");
            else if (ProductDifferences.Of(entry.Product, style, rules) is { Count: > 0 } differences)
                (style.ModifiedAt < entry.ChangedAt ? stale : wrong).Add($"{connection}/{identifier}: {string.Join("; ", differences)}");
        }
        return new ProductComparison
        {
            Missing = missing,
            Stale = stale,
            Wrong = wrong,
            Extra = [.. held.Keys.Where(identifier => !told.ContainsKey(identifier)).Select(identifier => $"{connection}/{identifier}")],
            Styles = told.Count,
        };
    }

    /// <summary>Several connections in one.</summary>
    public static ProductComparison Of(IReadOnlyCollection<ProductComparison> parts) => new()
    {
        Missing = [.. parts.SelectMany(part => part.Missing)],
        Stale = [.. parts.SelectMany(part => part.Stale)],
        Wrong = [.. parts.SelectMany(part => part.Wrong)],
        Extra = [.. parts.SelectMany(part => part.Extra)],
        Styles = parts.Sum(part => part.Styles),
    };
}
