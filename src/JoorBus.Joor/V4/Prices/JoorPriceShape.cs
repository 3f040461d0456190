using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Prices and price types on the wire.</summary>
internal static class JoorPriceShape
{
    private static readonly string[][] Identities =
        [["id"], ["sku_id", "price_type_id"], ["sku_id", "price_type_name", "price_type_currency_code"], ["sku_id"]];

    public static JoorElement<JoorPriceType> Types { get; } = new("data", "price_type", ["id", "name"], ReadType);

    public static JoorElement<JoorPrice> Element { get; } = new("data", "price", ["id"], Read);

    public static JoorBulkShape<JoorPrice, JoorPrice> Create { get; } = new("/prices/bulk_create", JoorRequestKind.Write, WriteNew, Element, Identities);

    public static JoorBulkShape<JoorPrice, JoorPrice> Update { get; } = new("/prices/bulk_update", JoorRequestKind.RepeatableWrite, WriteKnown, Element, Identities);

    public static void CheckNew(JoorChecks checks, JoorPrice price, string where) => checks
        .Required("sku_id", price.SkuId, where)
        .Required("price_type_id", price.PriceType is { Id.Length: > 0 } or { Name.Length: > 0, Currency.Length: > 0 }, where)
        .Required("wholesale_value", price.Wholesale is not null, where);

    private static JoorPrice Read(JoorFields fields) => new()
    {
        Id = fields.Text("id"),
        SkuId = fields.Text("sku_id") ?? fields.Inside("sku").Text("id"),
        PriceType = fields.ObjectIfAny("price_type", ReadType) ?? (fields.Text("price_type_id") is { } id ? new JoorPriceType { Id = id } : null),
        Wholesale = fields.Number("wholesale_value"),
        Retail = fields.Number("retail_value"),
    };

    private static JoorPriceType ReadType(JoorFields type) => new()
    {
        Id = type.Text("id"),
        Name = type.Text("name"),
        Currency = type.Text("currency_code"),
        RetailCurrency = type.Text("retail_currency_code"),
    };

    private static void WriteNew(JoorBodyWriter body, JoorPrice price)
    {
        body.Text("sku_id", price.SkuId);
        body.Text("price_type_id", price.PriceType?.Id);
        if (price.PriceType is { Id: null } type)
        {
            body.Text("price_type_name", type.Name);
            body.Text("price_type_currency_code", type.Currency);
        }
        WriteValues(body, price);
    }

    private static void WriteKnown(JoorBodyWriter body, JoorPrice price)
    {
        body.Text("id", price.Id);
        WriteValues(body, price);
    }

    private static void WriteValues(JoorBodyWriter body, JoorPrice price)
    {
        body.Text("wholesale_value", Money(price.Wholesale));
        body.Text("retail_value", Money(price.Retail));
    }

    private static string? Money(decimal? value) => value?.ToString("0.00##########", CultureInfo.InvariantCulture);
}
