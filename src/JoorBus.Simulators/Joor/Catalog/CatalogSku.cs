using System.Text;

namespace JoorBus.Simulators.Joor;

/// <summary>A style in one colour and one size.</summary>
internal sealed class CatalogSku
{
    private string? _id;

    public required CatalogStyle Style { get; init; }
    public required CatalogTrait Color { get; init; }
    public required CatalogTrait Size { get; init; }
    public string? ExternalId { get; internal set; }
    public string? Identifier { get; set; }
    public List<CatalogIdentifier> Identifiers { get; } = [];
    public List<CatalogPrice> Prices { get; } = [];

    /// <summary>Base64 of three numbers, the first 0, as in JOOR's sample. That the others are colour and size is a guess.</summary>
    public string Id => _id ??= IdOf(Color.Id, Size.Id);

    public string? Upc => Identifiers.Find(identifier => identifier.IsUpc)?.Value;

    public bool IsActive => !Style.IsDeleted && Color.IsActive && Size.IsActive;

    public static string IdOf(int color, int size) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"0|{color}|{size}"));

    /// <summary>Name of the item in an inventory log: its UPC, or style, colour and size.</summary>
    public string LogName => Upc ?? $"{Style.Number}|{Style.Identifier}|{Color.Code}|{Size.Name}";
}

/// <summary>A number the item is known by elsewhere: UPC, GTIN, EAN, MPN.</summary>
internal sealed record CatalogIdentifier(string Type, string Value)
{
    public bool IsUpc => Type.Equals("upc", StringComparison.OrdinalIgnoreCase);
}
