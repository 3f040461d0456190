using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Products. Unknown fields are refused, as a live client found.</summary>
internal static class V4Products
{
    private static readonly HashSet<string> Fields =
        ["id", "name", "external_id", "product_identifier", "description", "order_minimum", "category_ids", "product_trait_values", "tags"];

    public static JoorAnswer Read(JoorCall call)
    {
        var (ids, externalIds) = (V4List.Ids(call, "product_ids") ?? V4List.Ids(call, "ids"), V4List.Ids(call, "external_ids"));
        var found = call.Account.Catalog.Styles.Where(style => !style.IsDeleted
            && ids?.Contains(IdOf(style)) != false
            && (externalIds is null || (style.ExternalId is { } id && externalIds.Contains(id))));
        return V4List.Of(call, found, Write);
    }

    public static V4Result Create(JoorCall call, JsonObject product)
    {
        if (product.Text("name") is not { } name)
            return V4Result.Invalid("`name` is required");
        if (Fault(product) is { } fault)
            return fault;
        var identifier = product.Text("external_id") ?? product.Text("product_identifier") ?? name;
        if (call.Account.Catalog.Style(null, identifier) is { } known)
            return V4Result.Duplicated($"Product `{identifier}` already exists") with { Details = new JsonObject { ["id"] = IdOf(known) } };
        var style = call.Account.Catalog.Add(product.Text("product_identifier") ?? name, identifier, name, call.Now);
        return V4Result.Accepted(Apply(call, style, product));
    }

    public static V4Result Update(JoorCall call, JsonObject product)
    {
        if (Find(call, product.Text("id")) is not { } style)
            return V4Result.NotFound($"Product id `{product.Text("id")}` not found");
        if (Fault(product) is { } fault)
            return fault;
        if (product.Text("external_id") is { } id && call.Account.Catalog.Style(null, id) is { } other && other != style)
            return V4Result.Duplicated($"Product `{id}` already exists");
        return V4Result.Accepted(Apply(call, style, product));
    }

    public static CatalogStyle? Find(JoorCall call, string? id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && call.Account.Catalog.Style(number) is { IsDeleted: false } style ? style : null;

    public static string IdOf(CatalogStyle style) => style.Id.ToString(CultureInfo.InvariantCulture);

    private static V4Result? Fault(JsonObject product)
    {
        if (product.FirstOrDefault(part => !Fields.Contains(part.Key)).Key is { } unknown)
            return V4Result.Invalid($"Unknown field `{unknown}`");
        if (product.Text("name")?.Length > 100)
            return V4Result.Invalid("`name` has more than 100 characters");
        if ((product.Child("category_ids") as JsonArray)?.Select(JoorNodes.Text).FirstOrDefault(id => !Categories.IsKnown(id)) is { } category)
            return V4Result.NotFound($"Category id `{category}` not found");
        foreach (var value in product.Child("product_trait_values") as JsonArray ?? [])
        {
            if (value is null || V4Traits.NameOf(value, "product") is null)
                return V4Result.NotFound("Trait not found");
        }
        return null;
    }

    private static JsonObject Apply(JoorCall call, CatalogStyle style, JsonObject product)
    {
        style.Name = product.Text("name") ?? style.Name;
        style.Number = product.Text("product_identifier") ?? style.Number;
        style.ExternalId = product.Text("external_id") ?? style.ExternalId;
        call.Account.Catalog.Identify(style, product.Text("external_id") ?? style.Identifier);
        style.Description = product.Text("description") ?? style.Description;
        foreach (var (name, value) in product.Where(part => part.Key is "order_minimum" or "category_ids" or "product_trait_values" or "tags"))
            style.ProductFields[name] = value?.DeepClone();
        (style.ModifiedAt, style.IsTouched) = (call.Now, true);
        return Write(style);
    }

    private static JsonObject Write(CatalogStyle style) => new()
    {
        ["id"] = IdOf(style),
        ["name"] = style.Name,
        ["external_id"] = style.ExternalId,
        ["product_identifier"] = style.Number,
        ["description"] = style.Description,
        ["order_minimum"] = style.ProductFields["order_minimum"]?.DeepClone(),
        ["images"] = new JsonArray([.. style.Images.Select(image => new JsonObject { ["id"] = $"{image.UploadId}", ["filename"] = image.FileName })]),
    };
}
