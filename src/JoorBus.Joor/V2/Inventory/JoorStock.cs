namespace JoorBus.Joor;

/// <summary>Stock of one item in one warehouse, as an absolute number (reference "style-inventory-bulk-request").</summary>
/// <remarks>JOOR finds the item by <see cref="Upc"/>, and then looks at nothing else; or by style, colour and size.</remarks>
public sealed record JoorStock
{
    /// <summary>Name, not code, of a warehouse in JOOR's order settings; null for JOOR's "Default". What JOOR does with an unknown one is not documented.</summary>
    public string? Warehouse { get; init; }

    /// <summary>Day from which future stock can be shipped; null for stock that is there (immediate).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Units. Required.</summary>
    public required int Quantity { get; init; }

    /// <summary>Preferred match.</summary>
    public string? Upc { get; init; }

    /// <summary>Style number; with <see cref="StyleIdentifier"/>.</summary>
    public string? StyleNumber { get; init; }

    /// <summary>Unique key of the style, often equal to its number.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>JOOR's id of the style, instead of number and identifier.</summary>
    public int? StyleId { get; init; }

    /// <summary>The brand's colour code; JOOR recommends three digits.</summary>
    public string? ColorCode { get; init; }

    /// <summary>JOOR's id of the colour, instead of the code.</summary>
    public int? StyleColorId { get; init; }

    /// <summary>Name of the size.</summary>
    public string? Size { get; init; }

    /// <summary>Code of the size, instead of the name.</summary>
    public string? SizeCode { get; init; }

    /// <summary>True makes the item made to order and clears its stock.</summary>
    public bool? MadeToOrder { get; init; }
}
