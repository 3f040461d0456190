using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Deletes a style, one of its colours or one of its sizes.</summary>
internal static class V2StyleDeleting
{
    private const string Root = "styles_deleted";

    public static JoorAnswer Delete(JoorCall call)
    {
        if (V2Styles.Find(call) is not { IsDeleted: false } style)
            return V2Styles.NotFound(call);
        (style.ModifiedAt, style.IsTouched) = (call.Now, true);
        if (call.Query("color_code") is { } code)
            return Delete(call, style.Colors.Find(color => color.IsActive && color.Code == code), "color", Named(call, "color_code", code));
        if (call.Query("size") is { } name)
            return Delete(call, style.Sizes.Find(size => size.IsActive && size.Name == name), "size", Named(call, "size_name", name));
        style.IsDeleted = true;
        call.Account.LineCancelling.AfterDeleting();
        return Deleted(call, "style", new JsonObject { ["style_number"] = style.Number, ["style_identifier"] = style.Identifier });
    }

    private static JoorAnswer Delete(JoorCall call, CatalogTrait? trait, string kind, JsonNode name)
    {
        if (trait is null)
            return call.Refuse(404, $"The style has no such {kind}");
        trait.IsActive = false;
        call.Account.LineCancelling.AfterDeleting();
        return Deleted(call, kind, name);
    }

    // JOOR's samples have an object in JSON and a bare text in XML.
    private static JsonNode Named(JoorCall call, string field, string name) => call.Format == JoorFormat.Xml ? JsonValue.Create(name) : new JsonObject { [field] = name };

    // A text in JOOR's sample of a deletion, where reads have a number.
    private static JoorAnswer Deleted(JoorCall call, string kind, JsonNode name) => call.Answer(
        Root,
        new JsonObject { [$"{kind}_deleted"] = name },
        new JsonObject { ["code"] = "0", ["comment"] = "", ["log_id"] = call.LogId.ToString() });
}
