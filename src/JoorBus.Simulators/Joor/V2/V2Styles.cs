using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Reading, creating and updating styles.</summary>
internal static class V2Styles
{
    public static JoorAnswer Read(JoorCall call)
    {
        if (!V2Page.TrySpan(call, "date_start", "date_end", out var isModified, out var fault)
            || !V2Page.TrySpan(call, "date_created_start", "date_created_end", out var isCreated, out fault))
        {
            return call.Refuse(400, fault);
        }
        return V2Page.Of(call, "styles", "style", call.Account.Catalog.Styles.Where(style => isModified(style.ModifiedAt) && isCreated(style.CreatedAt)), V2StyleJson.Of);
    }

    public static JoorAnswer ReadOne(JoorCall call) => Find(call) is { } style ? V2Page.Of(call, "styles", "style", [style], V2StyleJson.Of) : NotFound(call);

    public static JoorAnswer Create(JoorCall call)
    {
        if (Sent(call) is not { } node)
            return call.RefuseContent("styles with one style is required");
        if (V2StyleWriting.Fault(call.Account.Catalog, node, isNew: true) is { } fault)
            return call.RefuseContent(fault);
        if (call.Account.Catalog.Style(null, node.Text("style_identifier")) is not null)
            return call.RefuseContent("Style already exists");
        var style = call.Account.Catalog.Add(node.Text("style_number")!, node.Text("style_identifier")!, node.Text("style_name")!, call.Now);
        return Written(call, "styles_created", style, node);
    }

    public static JoorAnswer Update(JoorCall call)
    {
        if (Find(call) is not { IsDeleted: false } style)
            return NotFound(call);
        if (Sent(call) is not { } node)
            return call.RefuseContent("styles with one style is required");
        return V2StyleWriting.Fault(call.Account.Catalog, node, isNew: false) is { } fault ? call.RefuseContent(fault) : Written(call, "styles_updated", style, node);
    }

    /// <summary>The style the path names, by JOOR's id or by number and identifier.</summary>
    public static CatalogStyle? Find(JoorCall call) => call.Places.Count == 1
        ? int.TryParse(call.Places[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? call.Account.Catalog.Style(id) : null
        : call.Account.Catalog.Style(call.Places[0], call.Places[1]);

    public static JoorAnswer NotFound(JoorCall call) => call.Refuse(404, "Style not found");

    private static JoorAnswer Written(JoorCall call, string root, CatalogStyle style, JsonNode node)
    {
        V2StyleWriting.Apply(call.Account.Catalog, style, node, call.Now);
        return call.Answer(root, new JsonObject { ["style"] = new JsonArray(V2StyleJson.Key(style)) });
    }

    private static JsonObject? Sent(JoorCall call) => call.Tree.Items("styles", "style") is [JsonObject node] ? node : null;
}
