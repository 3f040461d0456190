namespace JoorBus.Simulators.Joor;

/// <summary>An account of the stand-in. It may be reached by v2 tokens and v4 users alike; its credits are one.</summary>
public sealed record JoorSimulatorAccount
{
    /// <summary>JOOR's number of the account, which v4 calls name as <c>account</c>.</summary>
    public required string AccountId { get; init; }

    /// <summary>v2 tokens, before Base64.</summary>
    public IReadOnlyList<string> Tokens { get; init; } = [];

    /// <summary>v4 users. One that stands at several accounts, alike in every part, reaches them all.</summary>
    public IReadOnlyList<JoorSimulatorUser> Users { get; init; } = [];

    /// <summary>Names of warehouses. "Default" is always there.</summary>
    public IReadOnlyList<string> Warehouses { get; init; } = [];

    public IReadOnlyList<JoorSimulatorPriceType> PriceTypes { get; init; } = JoorSimulatorPriceType.Usual;

    /// <summary>How many styles the account begins with.</summary>
    public JoorCatalogSeed Catalog { get; init; } = new();
}
