using JoorBus.Joor;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Planning;

/// <summary>What an account has beside its styles, as read last. Null lists are not known: nothing is refused because of them.</summary>
public sealed record AccountFacts
{
    /// <summary>Nothing is known.</summary>
    public static AccountFacts Unknown { get; } = new();

    /// <summary>v4 lists them; of v2 those learnt from styles. Not complete unless <see cref="HasAllPriceTypes"/>.</summary>
    public IReadOnlyList<JoorPriceType> PriceTypes { get; init; } = [];

    /// <summary>True when JOOR listed the price types; one that is not among them does not exist.</summary>
    public bool HasAllPriceTypes { get; init; }

    /// <summary>Price types that JOOR refused as unknown.</summary>
    public IReadOnlyList<PriceTypeName> RefusedPriceTypes { get; init; } = [];

    public IReadOnlyList<JoorCategory>? Categories { get; init; }

    /// <summary>v4 only.</summary>
    public IReadOnlyList<JoorTrait>? Traits { get; init; }

    /// <summary>Names of tags, where they are known.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>v4 only.</summary>
    public IReadOnlyList<JoorSeason>? Seasons { get; init; }

    /// <summary>v4 only; with their items.</summary>
    public IReadOnlyList<JoorCollection>? Collections { get; init; }
}
