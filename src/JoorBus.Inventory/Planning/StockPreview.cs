using JoorBus.Joor;

namespace JoorBus.Inventory.Planning;

/// <summary>What a connection would make of some items.</summary>
public sealed record StockPreview
{
    public required IReadOnlyList<PreviewedItem> Items { get; init; }

    /// <summary>WMS warehouses that these items have levels in and that no mapping names, with the number of levels.</summary>
    public required IReadOnlyDictionary<string, int> UnmappedWarehouses { get; init; }
}

/// <summary>One item.</summary>
/// <param name="Item">The warehouse's key.</param>
public sealed record PreviewedItem(string Item)
{
    /// <summary>How JOOR finds it; null when it does not.</summary>
    public SlotNames? JoorItem { get; init; }

    /// <summary>Why it goes nowhere; null when it goes.</summary>
    public string? Reason { get; init; }

    public bool IsSkipped { get; init; }

    /// <summary>Its numbers in JOOR, after map and buffer.</summary>
    public IReadOnlyList<Slot> Slots { get; init; } = [];
}

/// <summary>A request as it would be sent.</summary>
/// <param name="Entries">In this order.</param>
/// <param name="Options">Overwrite, dec_pending and spellings.</param>
/// <param name="Body">As JSON.</param>
public sealed record PushPreview(IReadOnlyList<JoorStock> Entries, JoorStockOptions Options, string Body);
