using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Prices of SKUs, one for each price type.</summary>
internal static class V4Prices
{
    public static JoorAnswer ReadTypes(JoorCall call) => V4List.Of(call, call.Account.Catalog.PriceTypes, Write);

    public static JoorAnswer Read(JoorCall call)
    {
        var ids = V4List.Ids(call, "sku_ids");
        var catalog = call.Account.Catalog;
        var skus = ids is null ? catalog.Skus : ids.Select(catalog.Sku).OfType<CatalogSku>();
        var found = skus.Where(sku => !sku.Style.IsDeleted).SelectMany(sku => sku.Prices.Select(price => (Sku: sku, Price: price)));
        return V4List.Of(call, found, pair => Write(pair.Sku, pair.Price));
    }

    public static V4Result Create(JoorCall call, JsonObject element)
    {
        if (element.Text("sku_id") is not { } id || call.Account.Catalog.Sku(id) is not { } sku)
            return V4Result.NotFound($"Sku id `{element.Text("sku_id")}` not found");
        if (TypeOf(call, element) is not { } type)
            return V4Result.NotFound("Price type not found");
        if (element.Amount("wholesale_value") is not { } wholesale || wholesale < 0)
            return V4Result.Invalid("`wholesale_value` must be an amount");
        if (sku.Prices.Exists(price => price.Type.Id == type.Id))
            return V4Result.Duplicated("Price already exists for this sku and price type") with { Details = new JsonObject { ["sku_id"] = sku.Id } };
        var added = call.Account.Catalog.Prices.Add(sku, type, wholesale, element.Amount("retail_value"));
        (sku.Style.IsTouched, sku.Style.ModifiedAt) = (true, call.Now);
        return V4Result.Accepted(Write(sku, added));
    }

    public static V4Result Update(JoorCall call, JsonObject element)
    {
        var id = element.Text("id");
        if (!call.Account.Catalog.Prices.TryFind(id, out var found))
            return V4Result.NotFound($"Price id `{id}` not found");
        if (element.Child("wholesale_value") is not null && element.Amount("wholesale_value") is not >= 0)
            return V4Result.Invalid("`wholesale_value` must be an amount");
        var (sku, price) = found;
        price.Wholesale = element.Amount("wholesale_value") ?? price.Wholesale;
        price.Retail = element.Amount("retail_value") ?? price.Retail;
        (sku.Style.IsTouched, sku.Style.ModifiedAt) = (true, call.Now);
        return V4Result.Accepted(Write(sku, price));
    }

    private static JoorSimulatorPriceType? TypeOf(JoorCall call, JsonObject element)
    {
        var types = call.Account.Catalog.PriceTypes;
        return element.Text("price_type_id") is { } id
            ? types.FirstOrDefault(type => type.Id == id)
            : types.FirstOrDefault(type => type.Label == element.Text("price_type_name") && type.Currency == element.Text("price_type_currency_code"));
    }

    private static JsonObject Write(JoorSimulatorPriceType type) => new()
    {
        ["id"] = type.Id,
        ["name"] = type.Label,
        ["currency_code"] = type.Currency,
        ["retail_currency_code"] = type.RetailCurrency,
    };

    private static JsonObject Write(CatalogSku sku, CatalogPrice price) => new()
    {
        ["id"] = $"{price.Id}",
        ["sku_id"] = sku.Id,
        ["price_type"] = Write(price.Type),
        ["wholesale_value"] = V4LineItemJson.Money(price.Wholesale),
        ["retail_value"] = V4LineItemJson.Money(price.Retail),
    };
}
