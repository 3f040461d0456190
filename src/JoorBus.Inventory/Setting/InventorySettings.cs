using JoorBus.Persistence.Documents;

namespace JoorBus.Inventory.Setting;

/// <summary>How one connection's stock goes to JOOR. A document; one that was never saved is off.</summary>
public sealed record InventorySettings : IVersioned
{
    /// <summary>Follows from the connection's key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    public int Version { get; set; }

    /// <summary>Whether stock is pushed at all. Default off.</summary>
    public bool IsOn { get; init; }

    /// <summary>Default update.</summary>
    public StockMode Mode { get; init; } = StockMode.Update;

    /// <summary>Largest share of JOOR's stocked items that an overwrite may drop without a person's word: 0 to 1, default 0.2.</summary>
    public decimal MaxOverwriteLoss { get; init; } = 0.2m;

    /// <summary>WMS warehouses and the JOOR warehouses they feed; several may feed one. A warehouse that is not named is not pushed.</summary>
    public IReadOnlyList<WarehouseMapping> Warehouses { get; init; } = [];

    /// <summary>How JOOR finds the item. Default by UPC.</summary>
    public StockIdentity Identity { get; init; } = StockIdentity.Upc;

    /// <summary>For <see cref="StockIdentity.Style"/>: Handlebars over the item's own fields.</summary>
    public StockTemplates Templates { get; init; } = new();

    /// <summary>Default available to sell.</summary>
    public StockBasis Basis { get; init; } = StockBasis.AvailableToSell;

    /// <summary>Units of each item kept back in each JOOR warehouse, 0 to 1,000,000; an item's own or a warehouse's own goes before.</summary>
    public int SafetyStock { get; init; }

    /// <summary>Subtracts units of open JOOR orders that came after the warehouse's number. Not together with <see cref="DecPending"/>.</summary>
    public bool SubtractsOpenOrders { get; init; }

    /// <summary>JOOR itself deducts its pending orders (dec_pending).</summary>
    public bool DecPending { get; init; }

    /// <summary>Sends inbound quantities as stock of their day. Default true.</summary>
    public bool SendsFutureStock { get; init; } = true;

    /// <summary>Sends made to order as such; false sends those items as stock 0. Default true.</summary>
    public bool SendsMadeToOrder { get; init; } = true;

    /// <summary>Items of one request: 1 to 50,000, default 1,000 (JOOR documents no maximum). A full overwrite is always one request.</summary>
    public int MaxItemsPerRequest { get; init; } = 1000;

    /// <summary>Share of the credits that stock may use of those not kept for orders: 0.05 to 1, default 1.</summary>
    public decimal CreditShare { get; init; } = 1m;

    /// <summary>Times of day in which nothing is pushed; none by default.</summary>
    public IReadOnlyList<QuietHours> QuietHours { get; init; } = [];

    /// <summary>IANA name of the zone of <see cref="QuietHours"/>, default UTC.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>How often everything is sent again with leftover credits to heal drift: 1 hour to 30 days, default 1 day; null never.</summary>
    public TimeSpan? ReconcileEvery { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Writes the word IMMEDIATE as the date of immediate stock, as some clients do. Default false.</summary>
    public bool SaysImmediate { get; init; }

    /// <summary>Spells the field style_identifer, as JOOR's reference prints it. Default false.</summary>
    public bool SpellsIdentifer { get; init; }
}

/// <summary>What JOOR does with items that a full push does not name.</summary>
public enum StockMode
{
    /// <summary>Leaves them as they are.</summary>
    Update,

    /// <summary>Removes them.</summary>
    Overwrite,
}

/// <summary>How JOOR finds an item.</summary>
public enum StockIdentity
{
    Upc,
    Style,
}

/// <summary>Which of the warehouse's numbers is sold.</summary>
public enum StockBasis
{
    /// <summary>Available to sell; on hand less allocated where it is missing.</summary>
    AvailableToSell,

    /// <summary>On hand, whatever is allocated.</summary>
    OnHand,
}

/// <summary>A WMS warehouse feeds a JOOR warehouse.</summary>
/// <param name="Wms">Name in the WMS; case matters.</param>
/// <param name="Joor">Name, not code, in JOOR's order settings.</param>
/// <param name="SafetyStock">Units of each item kept back in this warehouse; null leaves it to the connection.</param>
public sealed record WarehouseMapping(string Wms, string Joor, int? SafetyStock = null);

/// <summary>The four templates of JOOR's style identifier. Fields: sku, upc, styleNumber, styleIdentifier, colorCode, colorName, sizeName, sizeCode, and the item's own.</summary>
public sealed record StockTemplates
{
    public string StyleNumber { get; init; } = "{{styleNumber}}";

    public string StyleIdentifier { get; init; } = "{{styleIdentifier}}";

    public string ColorCode { get; init; } = "{{colorCode}}";

    public string Size { get; init; } = "{{sizeName}}";
}

/// <summary>From one time of day to another, over midnight where the end is earlier.</summary>
public sealed record QuietHours(TimeOnly From, TimeOnly To);
