using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Pictures and films by address. The answer's shape is a guess: what was sent, with an id.</summary>
internal static class V4Assets
{
    private const int MostImageBytes = 10 * 1024 * 1024;
    private const int MostVideoBytes = 15 * 1024 * 1024;

    private static readonly Dictionary<string, string[]> Extensions = new()
    {
        ["image"] = [".gif", ".jpeg", ".jpg", ".png"],
        ["swatch"] = [".gif", ".jpeg", ".jpg", ".png"],
        ["video"] = [".mp4"],
    };

    public static JoorAnswer AddToProducts(JoorCall call)
    {
        var emptied = new HashSet<(CatalogStyle, string?)>();
        var isReplacing = JoorNodes.Flag(new JsonObject { ["replace_all"] = call.Query("replace_all") }, "replace_all") == true;
        return V4Bulk.Each((_, element) =>
        {
            var (style, fault) = Check(call, element);
            if (fault is not null)
                return fault;
            var isSwatch = element.Child("asset").Text("type") == "swatch";
            if (isReplacing && emptied.Add((style!, element.Child("asset").Text("type"))))
                style!.Images.RemoveAll(image => image.ColorCode is null && image.IsSwatch == isSwatch);
            return Add(call, style!, element, null, isSwatch);
        })(call);
    }

    public static V4Result AddToColor(JoorCall call, JsonObject element)
    {
        var (style, fault) = Check(call, element);
        if (fault is not null)
            return fault;
        var value = element.Child("sku_trait_value");
        var isColor = string.Equals(value.Child("trait").Text("name"), "color", StringComparison.OrdinalIgnoreCase);
        var code = value.Child("value").Text("external_id");
        return isColor && style!.Colors.Exists(color => color.Code == code)
            ? Add(call, style, element, code, element.Child("asset").Text("type") == "swatch")
            : V4Result.NotFound("Value not found");
    }

    private static (CatalogStyle? Style, V4Result? Fault) Check(JoorCall call, JsonObject element)
    {
        var (id, asset) = (element.Child("product").Text("id"), element.Child("asset"));
        if (V4Products.Find(call, id) is not { } style)
            return (null, V4Result.NotFound($"Product id `{id}` not found"));
        if (asset.Text("type") is not { } type || !Extensions.TryGetValue(type, out var extensions))
            return (null, V4Result.Invalid("`asset.type` must be one of image, swatch, video"));
        if (asset.Text("filename") is not { Length: <= 100 } name || !extensions.Any(extension => name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)))
            return (null, V4Result.Invalid($"`asset.filename` must end in one of {string.Join(' ', extensions)} and have at most 100 characters"));
        if (!Uri.TryCreate(asset.Text("source_url"), UriKind.Absolute, out _))
            return (null, V4Result.Invalid("`asset.source_url` must be an address"));
        var most = type == "video" ? MostVideoBytes : MostImageBytes;
        if (call.Options.PictureBytes(asset.Text("source_url")) > most)
            return (null, V4Result.Invalid($"The {type} has more than {most / 1024 / 1024} MB"));
        return asset.Text("external_id") is { } externalId && call.Account.Collections.AssetIds.Contains(externalId)
            ? (null, V4Result.Duplicated($"Asset `{externalId}` already exists"))
            : (style, null);
    }

    private static V4Result Add(JoorCall call, CatalogStyle style, JsonObject element, string? colorCode, bool isSwatch)
    {
        var (asset, id) = (element.Child("asset"), call.Account.Catalog.NextUpload());
        if (asset.Text("external_id") is { } externalId)
            call.Account.Collections.AssetIds.Add(externalId);
        style.Images.Add(new CatalogImage(id, asset.Text("filename")!, element.Whole("display_order") ?? style.Images.Count + 1, colorCode, isSwatch, asset.Text("source_url"), null));
        style.IsTouched = true;
        var data = (JsonObject)element.DeepClone();
        data.Insert(0, "id", $"{id}");
        return V4Result.Accepted(data);
    }
}
