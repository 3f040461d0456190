namespace JoorBus.Joor;

/// <summary>How JOOR takes a list of stock.</summary>
public sealed record JoorStockOptions
{
    /// <summary>True replaces the account's stock by the list: what is not in it is gone. False, the default, changes the listed items only.</summary>
    public bool Overwrite { get; init; }

    /// <summary>True lets JOOR deduct the quantities of pending orders. Default false: the number is available to sell as sent.</summary>
    public bool DecPending { get; init; }

    /// <summary>True writes the word IMMEDIATE as the date of immediate stock, as clients do; false, the default, leaves the date out, as documented.</summary>
    public bool SaysImmediate { get; init; }

    /// <summary>True spells the field style_identifer, as JOOR's reference prints it; default false, style_identifier, as clients send it.</summary>
    public bool SpellsIdentifer { get; init; }

    /// <summary>Default <see cref="JoorPriority.Stock"/>.</summary>
    public JoorPriority Priority { get; init; } = JoorPriority.Stock;
}
