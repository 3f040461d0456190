using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>What v2 calls a style and v4 a product.</summary>
internal sealed class CatalogStyle
{
    public required int Id { get; init; }
    public required string Number { get; set; }

    /// <summary>Changed by <see cref="JoorCatalog.Identify(CatalogStyle, string)"/> alone, which keeps the index.</summary>
    public required string Identifier { get; set; }
    public required string Name { get; set; }
    public string Description { get; set; } = "";
    public string? ExternalId { get; set; }

    /// <summary>Further fields of v2, as sent.</summary>
    public JsonObject Fields { get; set; } = [];

    /// <summary>Categories, traits and tags of v4, as sent.</summary>
    public JsonObject ProductFields { get; set; } = [];

    public List<CatalogTrait> Colors { get; } = [];
    public List<CatalogTrait> Sizes { get; } = [];
    public List<CatalogSku> Skus { get; } = [];
    public List<CatalogPrice> Prices { get; } = [];
    public List<CatalogImage> Images { get; } = [];

    /// <summary>Linesheets of v2.</summary>
    public List<CatalogDelivery> Deliveries { get; set; } = [];

    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ModifiedAt { get; set; }
    public bool IsDeleted { get; set; }

    /// <summary>Whether a request created or changed it.</summary>
    public bool IsTouched { get; set; }

    public CatalogSku? Sku(string? color, string? size) => Skus.Find(sku => sku.Color.IsCalled(color) && sku.Size.IsCalled(size));
}
