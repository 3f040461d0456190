using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>Styles and items of one account; used only under the account's lock.</summary>
internal sealed class JoorCatalog
{
    private readonly Dictionary<int, CatalogStyle> _styles = [];
    private readonly Dictionary<string, CatalogSku> _skus = [];
    private readonly Dictionary<string, CatalogSku> _byUpc = [];
    private readonly Dictionary<string, CatalogSku> _byExternalId = [];
    private readonly Dictionary<string, List<CatalogStyle>> _byIdentifier = [];
    private int _nextStyle = 5_517_000;
    private int _nextColor = 18_230_000;
    private int _nextSize = 29_100_000;
    private int _nextUpload = 4_822_000;

    public JoorCatalog(IReadOnlyList<JoorSimulatorPriceType> priceTypes) => PriceTypes = priceTypes;

    public IReadOnlyList<JoorSimulatorPriceType> PriceTypes { get; }

    public CatalogPrices Prices { get; } = new();

    public IEnumerable<CatalogStyle> Styles => _styles.Values;

    public IEnumerable<CatalogSku> Skus => _styles.Values.SelectMany(style => style.Skus);

    public int NextUpload() => ++_nextUpload;

    public CatalogStyle Add(string number, string identifier, string name, DateTimeOffset now)
    {
        var style = new CatalogStyle { Id = _nextStyle++, Number = number, Identifier = identifier, Name = name, CreatedAt = now, ModifiedAt = now };
        _styles.Add(style.Id, style);
        Index(style);
        return style;
    }

    /// <summary>Gives the style another unique key.</summary>
    public void Identify(CatalogStyle style, string identifier)
    {
        if (style.Identifier == identifier)
            return;
        _byIdentifier[style.Identifier].Remove(style);
        style.Identifier = identifier;
        Index(style);
    }

    public CatalogStyle? Style(int id) => _styles.GetValueOrDefault(id);

    public CatalogStyle? Style(string? number, string? identifier) =>
        identifier is null ? null : _byIdentifier.GetValueOrDefault(identifier)?.Find(style => !style.IsDeleted && (number is null || style.Number == number));

    /// <summary>By UPC among those in use, with or without a leading zero.</summary>
    public CatalogSku? SkuByUpc(string upc) =>
        _byUpc.GetValueOrDefault(upc.TrimStart('0')) is { IsActive: true } sku && sku.Upc?.TrimStart('0') == upc.TrimStart('0') ? sku : null;

    public CatalogSku? Sku(string id) => _skus.GetValueOrDefault(id);

    public CatalogSku? SkuByExternalId(string id) => _byExternalId.GetValueOrDefault(id) is { } sku && sku.ExternalId == id ? sku : null;

    /// <summary>The item an order line means: by UPC, else by style, colour and size.</summary>
    public CatalogSku? SkuOf(JoorOrderLine line) =>
        (line.Upc is { } upc ? SkuByUpc(upc) : null) ?? Style(line.StyleNumber, line.StyleIdentifier)?.Sku(line.Color?.Code, line.Size?.Name);

    /// <summary>Whether the line's item was in the catalog and its style, colour or size no longer is.</summary>
    public bool IsDeleted(JoorOrderLine line) => Meant(line) is { IsActive: false };

    /// <summary>The item the line means, in use or not.</summary>
    public CatalogSku? Meant(JoorOrderLine line) => line.Upc is { } upc
        ? _byUpc.GetValueOrDefault(upc.TrimStart('0'))
        : _byIdentifier.GetValueOrDefault(line.StyleIdentifier ?? "")?.FindLast(style => style.Number == line.StyleNumber)?.Sku(line.Color?.Code, line.Size?.Name);

    public CatalogTrait Color(CatalogStyle style, string name, string? code) => Trait(style.Colors, name, code, () => _nextColor++);

    public CatalogTrait Size(CatalogStyle style, string name, string? code) => Trait(style.Sizes, name, code, () => _nextSize++);

    /// <summary>The style's item of this colour and size, made if it is not there.</summary>
    public CatalogSku Sku(CatalogStyle style, CatalogTrait color, CatalogTrait size)
    {
        if (_skus.TryGetValue(CatalogSku.IdOf(color.Id, size.Id), out var known))
            return known;
        var sku = new CatalogSku { Style = style, Color = color, Size = size };
        style.Skus.Add(sku);
        _skus.Add(sku.Id, sku);
        return sku;
    }

    public void Identify(CatalogSku sku, string type, string value)
    {
        var identifier = new CatalogIdentifier(type, value);
        sku.Identifiers.RemoveAll(known => known.Type.Equals(type, StringComparison.OrdinalIgnoreCase));
        sku.Identifiers.Add(identifier);
        if (identifier.IsUpc)
            _byUpc[value.TrimStart('0')] = sku;
    }

    public void IdentifyExternally(CatalogSku sku, string id)
    {
        sku.ExternalId = id;
        _byExternalId[id] = sku;
    }

    /// <summary>Makes the items of every colour and size that are missing, at the style's prices.</summary>
    public void FillMatrix(CatalogStyle style)
    {
        foreach (var color in style.Colors)
        {
            foreach (var size in style.Sizes)
                Prices.Inherit(Sku(style, color, size));
        }
    }

    private void Index(CatalogStyle style)
    {
        if (!_byIdentifier.TryGetValue(style.Identifier, out var alike))
            _byIdentifier[style.Identifier] = alike = [];
        alike.Add(style);
    }

    private static CatalogTrait Trait(List<CatalogTrait> traits, string name, string? code, Func<int> next)
    {
        var known = traits.Find(trait => string.IsNullOrEmpty(code) ? trait.Name == name : trait.Code == code);
        if (known is null)
        {
            known = new CatalogTrait { Id = next(), Name = name, Code = code ?? "" };
            traits.Add(known);
        }
        (known.Name, known.IsActive) = (name, true);
        return known;
    }
}
