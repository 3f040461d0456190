using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Receiving;

/// <summary>What a level tells beside its item and warehouse.</summary>
internal readonly record struct ToldStock(
    int? OnHand, int? Allocated, int? Available, IReadOnlyList<InboundStock>? Inbound, bool? MadeToOrder, long? Sequence, DateTimeOffset? AsOf)
{
    public static ToldStock Of(InventoryLevel level) =>
        new(level.OnHand, level.Allocated, level.AvailableToSell, level.Inbound, level.MadeToOrder, level.Sequence, level.AsOf);
}

/// <summary>What the levels of one message have in common.</summary>
/// <param name="Connection">Key; empty for every connection.</param>
/// <param name="Snapshot">The count they are part of.</param>
/// <param name="Now">When they came.</param>
internal readonly record struct LevelOrigin(string Connection, string? Snapshot, DateTimeOffset Now);
