using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Comparing;

/// <summary>What JOOR holds of stock against what the warehouse has, at rest, place by place: "connection/item warehouse day: has 3, should have 5".</summary>
public sealed record StockComparison
{
    /// <summary>JOOR holds nothing where something should be.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    /// <summary>JOOR holds a number from before the warehouse's last change.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>JOOR was given another number after the warehouse's last change.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>JOOR holds stock where the warehouse has no level.</summary>
    public required IReadOnlyList<string> Extra { get; init; }

    /// <summary>Numbers that were compared.</summary>
    public required int Places { get; init; }

    public bool IsClean => Missing.Count + Stale.Count + Wrong.Count + Extra.Count == 0;

    public string Summary => $"stock: {Places} numbers | missing {Missing.Count}, stale {Stale.Count}, wrong {Wrong.Count}, extra {Extra.Count}";

    public override string ToString() => Summary;

    public static StockComparison Of(string connection, IReadOnlyList<WmsStockEntry> wms, JoorAccountLedger joor, StockRules rules)
    {
        var expected = ExpectedStock.Of(wms, rules);
        var held = joor.Stock.ToDictionary(entry => StockPlace.Of(entry, rules.IsByStyle));
        List<string> missing = [], stale = [], wrong = [];
        foreach (var (place, (should, since)) in expected.Places.Where(pair => !expected.LeftOut.Contains(pair.Key.Item)))
        {
            var entry = held.GetValueOrDefault(place);
            var has = entry is null ? default : new StockNumber(entry.Quantity, entry.IsMadeToOrder);
            if (has != should)
                (entry is null ? missing : entry.ChangedAt < since ? stale : wrong).Add($"{connection}/{place}: has {has}, should have {should}");
        }
        // JOOR knows of an item that it is made to order, so that a place without a level says it, too.
        var madeToOrder = expected.Places.Where(pair => pair.Value.Number.IsMadeToOrder).Select(pair => pair.Key.Item).ToHashSet();
        var extra = held.Select(pair => (Place: pair.Key, Has: new StockNumber(pair.Value.Quantity, pair.Value.IsMadeToOrder)))
            .Where(pair => !pair.Has.IsNothing && !(pair.Has is { Quantity: 0, IsMadeToOrder: true } && madeToOrder.Contains(pair.Place.Item)) && !expected.Places.ContainsKey(pair.Place) && !expected.LeftOut.Contains(pair.Place.Item));
        return new StockComparison
        {
            Missing = missing,
            Stale = stale,
            Wrong = wrong,
            Extra = [.. extra.Select(pair => $"{connection}/{pair.Place}: has {pair.Has}, should have nothing")],
            Places = expected.Places.Count,
        };
    }

    /// <summary>Several connections in one.</summary>
    public static StockComparison Of(IReadOnlyCollection<StockComparison> parts) => new()
    {
        Missing = [.. parts.SelectMany(part => part.Missing)],
        Stale = [.. parts.SelectMany(part => part.Stale)],
        Wrong = [.. parts.SelectMany(part => part.Wrong)],
        Extra = [.. parts.SelectMany(part => part.Extra)],
        Places = parts.Sum(part => part.Places),
    };
}
