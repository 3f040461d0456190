using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>Everything that a plan for some items follows from.</summary>
internal sealed record PlanningFacts
{
    public required InventorySettings Settings { get; init; }

    /// <summary>The items to plan.</summary>
    public required IReadOnlyCollection<string> Items { get; init; }

    /// <summary>Their levels, of both scopes.</summary>
    public required ILookup<string, PlanningLevel> Levels { get; init; }

    /// <summary>What they are called in JOOR now.</summary>
    public required IReadOnlyDictionary<string, Naming> Names { get; init; }

    /// <summary>These items as stored, and others that feed the same JOOR items.</summary>
    public required IReadOnlyCollection<KnownItem> Known { get; init; }

    /// <summary>Slots of every JOOR item that these items had or have.</summary>
    public required ILookup<string, Slot> Slots { get; init; }

    public required ILookup<string, OpenOrder> Orders { get; init; }
}
