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
            return Delete(call, style.Colors.Find(color => color.IsActive && color.Code == code), "color", new JsonObject { ["color_code"] = code });
        if (call.Query("size") is { } name)
            return Delete(call, style.Sizes.Find(size => size.IsActive && size.Name == name), "size", new JsonObject { ["size_name"] = name });
        style.IsDeleted = true;
        return Deleted(call, "style", new JsonObject { ["style_number"] = style.Number, ["style_identifier"] = style.Identifier });
    }

    private static JoorAnswer Delete(JoorCall call, CatalogTrait? trait, string kind, JsonObject name)
    {
        if (trait is null)
            return call.Refuse(404, $"The style has no such {kind}");
        trait.IsActive = false;
        return Deleted(call, kind, name);
    }

    // A text in JOOR's sample of a deletion, where reads have a number.
    private static JoorAnswer Deleted(JoorCall call, string kind, JsonObject name) => call.Answer(
        Root,
        new JsonObject { [$"{kind}_deleted"] = name },
        new JsonObject { ["code"] = "0", ["comment"] = "", ["log_id"] = call.LogId.ToString() });
}
