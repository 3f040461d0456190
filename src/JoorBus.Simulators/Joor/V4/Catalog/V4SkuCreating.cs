using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Creating SKUs: colour and size both, and every combination of a product in one call or there already.</summary>
internal static class V4SkuCreating
{
    private sealed record Wanted(CatalogStyle Style, string ColorName, string ColorCode, string SizeName, string? SizeCode);

    public static Func<JsonObject, V4Result> Prepare(JoorCall call, IReadOnlyList<JsonObject> elements)
    {
        var read = new Dictionary<JsonObject, (Wanted? Wanted, V4Result? Fault)>(ReferenceEqualityComparer.Instance);
        foreach (var element in elements)
            read.Add(element, Read(call, element));
        var incomplete = read.Values.Select(item => item.Wanted).OfType<Wanted>().GroupBy(wanted => wanted.Style)
            .Select(group => (group.Key, Missing: Missing(group.Key, [.. group]))).Where(pair => pair.Missing is not null)
            .ToDictionary(pair => pair.Key, pair => pair.Missing!);
        return element => Create(call, element, read[element], incomplete);
    }

    private static V4Result Create(JoorCall call, JsonObject element, (Wanted? Wanted, V4Result? Fault) read, Dictionary<CatalogStyle, string> incomplete)
    {
        if (read.Wanted is not { } wanted)
            return read.Fault!;
        if (incomplete.TryGetValue(wanted.Style, out var missing))
            return V4Result.Invalid($"All combinations of Color and Size must be sent. Missing: {missing}");
        var catalog = call.Account.Catalog;
        if (wanted.Style.Skus.Find(sku => sku.Color.Code == wanted.ColorCode && sku.Size.Name == wanted.SizeName) is { } known)
            return V4Result.Duplicated("Sku already exists") with { Details = new JsonObject { ["id"] = known.Id } };
        var (color, size) = (catalog.Color(wanted.Style, wanted.ColorName, wanted.ColorCode), catalog.Size(wanted.Style, wanted.SizeName, wanted.SizeCode));
        return V4Result.Accepted(V4Skus.Apply(call, catalog.Sku(wanted.Style, color, size), element));
    }

    private static (Wanted? Wanted, V4Result? Fault) Read(JoorCall call, JsonObject element)
    {
        if (V4Products.Find(call, element.Text("product_id")) is not { } style)
            return (null, V4Result.NotFound($"Product id `{element.Text("product_id")}` not found"));
        var values = (element.Child("trait_values") as JsonArray ?? []).OfType<JsonNode>().ToList();
        var (color, size) = (values.Find(value => V4Traits.NameOf(value, "sku") == "Color"), values.Find(value => V4Traits.NameOf(value, "sku") == "Size"));
        if (color.Text("value") is not { } colorName || size.Text("value") is not { } sizeName)
            return (null, V4Result.Invalid("Trait values for both Color and Size are required"));
        if (color.Text("external_id") is not { } code)
            return (null, V4Result.Invalid("The trait value of Color needs an external_id"));
        if (V4Skus.Fault(element) is { } fault)
            return (null, fault);
        return (new Wanted(style, colorName, code, sizeName, size.Text("external_id")), null);
    }

    private static string? Missing(CatalogStyle style, IReadOnlyList<Wanted> wanted)
    {
        var there = style.Skus.Select(sku => (Color: sku.Color.Code, Size: sku.Size.Name)).Concat(wanted.Select(item => (Color: item.ColorCode, Size: item.SizeName))).ToHashSet();
        var missing = from color in there.Select(pair => pair.Color).Distinct()
                      from size in there.Select(pair => pair.Size).Distinct()
                      where !there.Contains((color, size))
                      select $"{color}/{size}";
        return string.Join(", ", missing) is { Length: > 0 } text ? text : null;
    }
}
