using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Planning;

/// <summary>What to store so that some items' slots follow their levels. Pure: the same facts make the same plan, and a stored plan makes the next one empty.</summary>
internal sealed class StockPlan
{
    private readonly PlanningFacts _facts;
    private readonly Dictionary<string, KnownItem> _known;
    private readonly Dictionary<string, KnownItem> _next = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ItemIdentity> _identities = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<SlotKey, Slot> _slots = [];

    private StockPlan(PlanningFacts facts)
    {
        _facts = facts;
        _known = facts.Known.ToDictionary(known => known.Item, StringComparer.Ordinal);
    }

    /// <summary>Items whose stored name, reason or skipping changes.</summary>
    public List<KnownItem> Items { get; } = [];

    /// <summary>Slots that change.</summary>
    public IReadOnlyCollection<Slot> Slots => _slots.Values;

    /// <summary>Slots that JOOR never heard of and that nothing feeds.</summary>
    public List<SlotKey> Gone { get; } = [];

    /// <summary>JOOR items that other items claim too: those are planned next.</summary>
    public SortedSet<string> Replans { get; } = new(StringComparer.Ordinal);

    /// <summary>Slots that wait to be sent and did not before.</summary>
    public int Arrived { get; private set; }

    public bool IsEmpty => Items.Count + _slots.Count + Gone.Count + Replans.Count == 0;

    public static StockPlan Of(PlanningFacts facts)
    {
        var plan = new StockPlan(facts);
        foreach (var item in facts.Items)
            plan.Name(item);
        plan.CollectClaims();
        foreach (var item in facts.Items)
            plan.PlanItem(item);
        return plan;
    }

    private void Name(string item)
    {
        var known = _known.GetValueOrDefault(item);
        if (!_facts.Levels.Contains(item))
        {
            if (known is not null)
                _next[item] = known;
            return;
        }

        var identity = StockNumbers.IdentityOf([.. _facts.Levels[item]]);
        _identities[item] = identity;
        var naming = _facts.Names[item];
        // Slots stay with the item until it has another name; one that is skipped, or whose name fails, keeps its own.
        var name = identity.IsSkipped ? known?.JoorItem ?? naming.Item?.Key : naming.Item?.Key ?? known?.JoorItem;
        _next[item] = new KnownItem(item, name, naming.Reason, identity.IsSkipped);
    }

    private void CollectClaims()
    {
        foreach (var item in _facts.Known.Where(known => !_next.ContainsKey(known.Item)).Concat(_next.Values))
        {
            if (item.Claim is { } claim)
                (_claims.TryGetValue(claim, out var claimants) ? claimants : _claims[claim] = new(StringComparer.Ordinal)).Add(item.Item);
        }
    }

    private void PlanItem(string item)
    {
        if (!_next.TryGetValue(item, out var next) || !_identities.TryGetValue(item, out var identity))
            return;
        var known = _known.GetValueOrDefault(item);
        if (next.Claim is { } claim && _claims[claim] is { Count: > 1 } claimants)
            next = next with { Reason = $"{next.Reason ?? ""}{(next.Reason is null ? "" : "; ")}item '{claimants.First(other => other != item)}' has the same JOOR item {claim}: give them different identifiers" };
        if (next != known)
            Items.Add(next);
        if (known?.Claim != next.Claim)
        {
            TellOthers(known?.Claim);
            TellOthers(next.Claim);
        }

        if (known?.JoorItem is { } before && before != next.JoorItem && !_claims.ContainsKey(before))
            Withdraw(before, isMadeToOrder: false);
        if (next.IsSkipped)
            Skip(next);
        else if (next.Reason is null)
            Feed(next, identity);
    }

    private void TellOthers(string? claim)
    {
        if (claim is not null && _claims.TryGetValue(claim, out var claimants) && claimants.Any(other => !_next.ContainsKey(other)))
            Replans.Add(claim);
    }

    private void Skip(KnownItem item)
    {
        if (item.JoorItem is null || _claims.ContainsKey(item.JoorItem))
            return;
        foreach (var slot in _facts.Slots[item.JoorItem])
            Put(slot with { IsSkipped = true }, slot);
    }

    private void Feed(KnownItem item, ItemIdentity identity)
    {
        var names = _facts.Names[item.Item].Item!;
        var levels = StockNumbers.Newest(_facts.Levels[item.Item]);
        var wanted = StockNumbers.Of(_facts.Settings, levels, identity, [.. _facts.Orders[names.Key]]);
        var stored = _facts.Slots[names.Key].ToDictionary(slot => slot.Key);
        foreach (var ((warehouse, day), stock) in wanted)
        {
            var key = new SlotKey(names.Key, warehouse, day);
            var known = stored.GetValueOrDefault(key);
            var slot = known ?? new Slot { Key = key, Names = names, Wanted = stock, IsPlanned = true };
            Put(slot with { Names = names, Wanted = stock, IsPlanned = true, IsSkipped = false }, known);
        }

        var isMadeToOrder = wanted.Values.Any(stock => stock.IsMadeToOrder);
        foreach (var slot in stored.Values.Where(slot => !wanted.ContainsKey((slot.Key.Warehouse, slot.Key.Day))))
            Withdraw(slot, isMadeToOrder);
    }

    private void Withdraw(string joorItem, bool isMadeToOrder)
    {
        foreach (var slot in _facts.Slots[joorItem])
            Withdraw(slot, isMadeToOrder);
    }

    private void Withdraw(Slot slot, bool isMadeToOrder)
    {
        if (!slot.WasSent)
            Gone.Add(slot.Key);
        else
            Put(slot with { Wanted = new WantedStock(0, isMadeToOrder), IsPlanned = false, IsSkipped = false }, slot);
    }

    private void Put(Slot slot, Slot? known)
    {
        if (slot == known)
            return;
        slot = slot with { IsDirty = slot.MustBeSent, IsRefused = known?.IsRefused == true && known.Wanted == slot.Wanted && slot.MustBeSent };
        if (slot == known)
            return;
        _slots[slot.Key] = slot;
        Arrived += slot is { IsDirty: true, IsRefused: false } && known is not { IsDirty: true, IsRefused: false } ? 1 : 0;
    }
}
