using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Planning;

/// <summary>All that a plan is made of.</summary>
public sealed record PlanInput
{
    public required string StyleNumber { get; init; }

    public required string StyleIdentifier { get; init; }

    /// <summary>The newest word of the brand's system; null when the style was never sent.</summary>
    public Product? Wanted { get; init; }

    /// <summary>Removals newer than <see cref="Wanted"/>.</summary>
    public IReadOnlyList<Removal> Removals { get; init; } = [];

    /// <summary>Null when JOOR holds no such style, or was not asked.</summary>
    public KnownProduct? Known { get; init; }

    public required ProductSettings Settings { get; init; }

    public required AccountFacts Facts { get; init; }

    public required JoorApiVersion Api { get; init; }

    /// <summary>What was found at the addresses of images; an address that is missing was not looked at.</summary>
    public IReadOnlyDictionary<Uri, ImageFacts> Images { get; init; } = new Dictionary<Uri, ImageFacts>();
}

/// <summary>A style, colour or size that shall go: neither colour nor size is the whole style.</summary>
public sealed record Removal
{
    public string? ColorCode { get; init; }

    /// <summary>Name of the size.</summary>
    public string? Size { get; init; }

    /// <summary>A person released it.</summary>
    public bool IsReleased { get; init; }

    /// <summary>Open orders with it that are known here.</summary>
    public int OpenOrders { get; init; }

    /// <summary>Their units.</summary>
    public long OpenUnits { get; init; }
}
