using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Reading and updating SKUs.</summary>
internal static class V4Skus
{
    public static JoorAnswer Read(JoorCall call)
    {
        var (products, ids, externalIds) = (V4List.Ids(call, "product_ids"), V4List.Ids(call, "sku_ids") ?? V4List.Ids(call, "ids"), V4List.Ids(call, "external_ids"));
        var catalog = call.Account.Catalog;
        var candidates = products is not null ? products.Select(id => V4Products.Find(call, id)).OfType<CatalogStyle>().SelectMany(style => style.Skus)
            : ids is not null ? ids.Select(catalog.Sku).OfType<CatalogSku>()
            : catalog.Skus;
        var found = candidates.Where(sku => !sku.Style.IsDeleted
            && ids?.Contains(sku.Id) != false
            && (externalIds is null || (sku.ExternalId is { } id && externalIds.Contains(id))));
        return V4List.Of(call, found, V4SkuJson.Of);
    }

    public static V4Result Update(JoorCall call, JsonObject element) =>
        element.Text("id") is { } id && call.Account.Catalog.Sku(id) is { } sku ? Fault(element) ?? V4Result.Accepted(Apply(call, sku, element)) : V4Result.NotFound($"Sku id `{element.Text("id")}` not found");

    public static V4Result UpdateByExternalId(JoorCall call, JsonObject element) =>
        element.Text("external_id") is { } id && call.Account.Catalog.SkuByExternalId(id) is { } found
            ? Fault(element) ?? V4Result.Accepted(Apply(call, found, element))
            : V4Result.NotFound($"Sku external id `{element.Text("external_id")}` not found");

    /// <summary>The reason why a trait value cannot be taken over; null when there is none.</summary>
    public static V4Result? Fault(JsonObject element)
    {
        foreach (var value in Traits(element))
        {
            if (V4Traits.NameOf(value, "sku") is null)
                return V4Result.NotFound("Trait not found");
            if (value.Text("status") is { } status and not ("ACTIVE" or "INACTIVE"))
                return V4Result.Invalid($"Unknown status `{status}`");
        }
        return null;
    }

    /// <summary>Takes over what is given.</summary>
    public static JsonObject Apply(JoorCall call, CatalogSku sku, JsonObject element)
    {
        var wasActive = (sku.Color.IsActive, sku.Size.IsActive);
        foreach (var value in Traits(element))
            Apply(V4Traits.NameOf(value, "sku") == "Color" ? sku.Color : sku.Size, value);
        if (wasActive != (sku.Color.IsActive, sku.Size.IsActive))
            call.Account.LineCancelling.AfterStatus(sku);
        if (element.Text("external_id") is { } externalId)
            call.Account.Catalog.IdentifyExternally(sku, externalId);
        sku.Identifier = element.Text("sku_identifier") ?? sku.Identifier;
        foreach (var identifier in (element.Child("identifiers") as JsonArray ?? []).OfType<JsonNode>())
        {
            if (identifier.Text("type") is { } type && identifier.Text("value") is { } number)
                call.Account.Catalog.Identify(sku, type, number);
        }
        (sku.Style.ModifiedAt, sku.Style.IsTouched) = (call.Now, true);
        return V4SkuJson.Of(sku);
    }

    private static IEnumerable<JsonNode> Traits(JsonObject element) => (element.Child("trait_values") as JsonArray ?? []).OfType<JsonNode>();

    private static void Apply(CatalogTrait trait, JsonNode value)
    {
        trait.Name = value.Text("value") ?? trait.Name;
        trait.OrderMinimum = value.Whole("order_minimum") ?? trait.OrderMinimum;
        trait.Place = value.Whole("order_nbr") ?? trait.Place;
        trait.IsActive = value.Text("status") is { } status ? status == "ACTIVE" : trait.IsActive;
    }
}
