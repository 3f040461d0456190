using JoorBus.Contracts.Products;

namespace JoorBus.Products.Listing;

/// <summary>A style in one connection, as lists show it.</summary>
public sealed record ProductRow
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Style identifier.</summary>
    public required string Style { get; init; }

    public required string StyleNumber { get; init; }

    /// <summary>Null while only a removal is known.</summary>
    public string? Name { get; init; }

    /// <summary>One of <see cref="ProductStates.All"/>.</summary>
    public required string State { get; init; }

    public string? JoorStyleId { get; init; }

    /// <summary>When it was received, or became due.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>When JOOR took something of it last.</summary>
    public DateTimeOffset? PushedAt { get; init; }

    /// <summary>What was not sent or not taken, each a sentence.</summary>
    public IReadOnlyList<string> Reasons { get; init; } = [];

    /// <summary>Removals that wait for a person, each a sentence.</summary>
    public IReadOnlyList<string> Held { get; init; } = [];

    public int Attempts { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Why the last attempt came to nothing.</summary>
    public string? LastError { get; init; }

    /// <summary>True while a push has it in hand.</summary>
    public bool IsUnderWay { get; init; }
}

/// <summary>One style with what was received of it.</summary>
/// <param name="Row">Where it stands; null while no worker has looked at it.</param>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Version">Sequence, or microseconds since 1970.</param>
/// <param name="Product">As received; null while only removals are known.</param>
/// <param name="Removals">What shall go.</param>
public sealed record ProductDetail(ProductRow? Row, string Connection, long Version, Product? Product, IReadOnlyList<AskedRemoval> Removals);

/// <summary>A removal asked for by the brand's system; without colour and size the whole style.</summary>
public sealed record AskedRemoval(string? ColorCode, string? Size, string? Reason, DateTimeOffset RemovedAt);
