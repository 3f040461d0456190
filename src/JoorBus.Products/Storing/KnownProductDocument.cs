using JoorBus.Persistence.Documents;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Storing;

/// <summary>What one connection's JOOR holds of a style, as far as it is known.</summary>
public sealed record KnownProductDocument : IVersioned
{
    internal static readonly DocumentMapping<KnownProductDocument> Mapping = new("joorproduct", document => document.Id, ProductsJson.Default.KnownProductDocument);

    /// <summary>Follows from connection and style.</summary>
    public required Guid Id { get; init; }

    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Style identifier.</summary>
    public required string Style { get; init; }

    public required KnownProduct Known { get; init; }

    public int Version { get; set; }
}
