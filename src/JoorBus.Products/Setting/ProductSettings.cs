using JoorBus.Persistence.Documents;

namespace JoorBus.Products.Setting;

/// <summary>How one connection's styles go to JOOR. A document; one that was never saved is off.</summary>
public sealed record ProductSettings : IVersioned
{
    /// <summary>Follows from the connection's key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    public int Version { get; set; }

    /// <summary>Whether styles are pushed at all. Default off.</summary>
    public bool IsOn { get; init; }

    /// <summary>Price types that are sent, by currency and label; null sends all that the product has.</summary>
    public IReadOnlyList<PriceTypeName>? PriceTypes { get; init; }

    /// <summary>Whether images and swatches are sent. Default true.</summary>
    public bool SendsImages { get; init; } = true;

    /// <summary>Whether linesheets are sent. Default true.</summary>
    public bool SendsDeliveries { get; init; } = true;

    /// <summary>Keeps linesheets that people made in JOOR (delivery_overwrite 2 instead of 1). Default true.</summary>
    public bool KeepsManualDeliveries { get; init; } = true;

    /// <summary>Removals go to JOOR without a person's word. Default false: each is held.</summary>
    public bool RemovesUnasked { get; init; }

    /// <summary>Styles of one bulk request: 1 to 1,000, default 50.</summary>
    public int MaxStylesPerRequest { get; init; } = 50;

    /// <summary>Share of the credits that products may use of those not kept for orders: 0.05 to 1, default 0.5.</summary>
    public decimal CreditShare { get; init; } = 0.5m;

    /// <summary>How often what JOOR holds is read with leftover credits to heal drift: 1 hour to 30 days, default 7 days; null never.</summary>
    public TimeSpan? ReconcileEvery { get; init; } = TimeSpan.FromDays(7);
}

/// <summary>A price type of the JOOR account.</summary>
/// <param name="Currency">ISO 4217, three letters.</param>
/// <param name="Label">Exactly as in JOOR.</param>
public sealed record PriceTypeName(string Currency, string Label);
