namespace JoorBus.Contracts.Orders;

/// <summary>One style, colour and size of an order.</summary>
public sealed record JoorOrderLine
{
    /// <summary>Position in JOOR's list, from 1.</summary>
    public required int LineNumber { get; init; }

    /// <summary>Style name (item_name).</summary>
    public string? StyleName { get; init; }

    /// <summary>Style number (item_number).</summary>
    public string? StyleNumber { get; init; }

    /// <summary>JOOR's style id.</summary>
    public string? JoorStyleId { get; init; }

    /// <summary>The brand's unique style identifier.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>Colour.</summary>
    public Coded? Color { get; init; }

    /// <summary>Size.</summary>
    public Coded? Size { get; init; }

    /// <summary>UPC, the preferred identity of the item.</summary>
    public string? Upc { get; init; }

    /// <summary>Units ordered.</summary>
    public required int Quantity { get; init; }

    /// <summary>Units per case where the item is sold in case packs; null for single units.</summary>
    public int? Multiplier { get; init; }

    /// <summary>item_price, as JOOR gives it; its difference from the unit price is not documented.</summary>
    public decimal? Price { get; init; }

    /// <summary>Wholesale price of one unit (item_unit_price).</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Suggested retail price, in the order's retail currency.</summary>
    public decimal? RetailPrice { get; init; }

    /// <summary>Adjustment of the price.</summary>
    public decimal? PriceAdjustment { get; init; }

    /// <summary>Unit price times quantity (item_price_extended).</summary>
    public decimal? ExtendedPrice { get; init; }

    /// <summary>Comment on the line.</summary>
    public string? Comment { get; init; }

    /// <summary>Comment on the colour.</summary>
    public string? ColorComment { get; init; }

    /// <summary>Door the line ships to; null when the order names none.</summary>
    public string? DoorId { get; init; }

    /// <summary>Tags of the style.</summary>
    public IReadOnlyList<JoorStyleTag> Tags { get; init; } = [];
}
