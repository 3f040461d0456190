using JoorBus.Joor;

namespace JoorBus.Inventory.Planning;

/// <summary>One number that JOOR holds: an item in a JOOR warehouse, there now or from a day on.</summary>
public readonly record struct SlotKey(string JoorItem, string Warehouse, DateOnly Day)
{
    /// <summary>The day of stock that is there.</summary>
    public static readonly DateOnly Immediate = DateOnly.MinValue;

    public bool IsImmediate => Day == Immediate;
}

/// <summary>A number that JOOR shall hold.</summary>
public readonly record struct WantedStock(int Quantity, bool IsMadeToOrder)
{
    public static readonly WantedStock Nothing = new(0, false);
}

/// <summary>A slot as it is stored or shall be.</summary>
public sealed record Slot
{
    public required SlotKey Key { get; init; }

    public required SlotNames Names { get; init; }

    public required WantedStock Wanted { get; init; }

    /// <summary>False: nothing feeds it any more, so it goes down to 0.</summary>
    public required bool IsPlanned { get; init; }

    /// <summary>True: the warehouse keeps the item out, so JOOR keeps what it has.</summary>
    public bool IsSkipped { get; init; }

    /// <summary>A request with it may have reached JOOR.</summary>
    public bool WasSent { get; init; }

    public bool IsRefused { get; init; }

    public bool IsDirty { get; init; }

    /// <summary>What JOOR holds; null when that is not known or nothing.</summary>
    public WantedStock? Pushed { get; init; }

    /// <summary>Cleared by JOOR itself as soon as it takes the item as made to order, so never sent.</summary>
    public bool IsClearedByMadeToOrder => Wanted.IsMadeToOrder && !Key.IsImmediate;

    /// <summary>Whether it must be sent. The statement that stores slots decides alike.</summary>
    public bool MustBeSent => !IsSkipped && !IsClearedByMadeToOrder && Pushed != Wanted;

    public JoorStock ToJoorStock() => new()
    {
        Warehouse = Key.Warehouse,
        Date = Key.IsImmediate ? null : Key.Day,
        Quantity = Wanted.Quantity,
        MadeToOrder = Wanted.IsMadeToOrder ? true : null,
        Upc = Names.Upc,
        StyleNumber = Names.StyleNumber,
        StyleIdentifier = Names.StyleIdentifier,
        ColorCode = Names.ColorCode,
        Size = Names.Size,
    };
}
