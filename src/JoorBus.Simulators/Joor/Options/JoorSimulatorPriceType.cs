namespace JoorBus.Simulators.Joor;

/// <summary>A price list of an account: label and currency are unique together.</summary>
/// <param name="Id">JOOR's id.</param>
/// <param name="Label">What v2 calls price_label and v4 the name.</param>
/// <param name="Currency">ISO 4217 currency of wholesale prices.</param>
/// <param name="RetailCurrency">ISO 4217 currency of retail prices.</param>
public sealed record JoorSimulatorPriceType(string Id, string Label, string Currency, string RetailCurrency)
{
    /// <summary>Those that generated orders name.</summary>
    public static IReadOnlyList<JoorSimulatorPriceType> Usual { get; } =
    [
        new("22", "USD wholesale", "USD", "USD"),
        new("23", "EUR wholesale", "EUR", "EUR"),
        new("24", "GBP wholesale", "GBP", "GBP"),
        new("25", "JPY wholesale", "JPY", "JPY"),
    ];
}
