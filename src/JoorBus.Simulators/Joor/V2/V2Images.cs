using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Pictures of a style and swatches of its colours, by bytes or by address.</summary>
internal static class V2Images
{
    private const int MostBytes = 4 * 1024 * 1024;
    private static readonly string[] Endings = [".jpg", ".jpeg", ".png"];

    public static JoorAnswer Create(JoorCall call)
    {
        if (V2Styles.Find(call) is not { IsDeleted: false } style)
            return V2Styles.NotFound(call);
        if (Fault(call, style) is { } fault)
            return call.RefuseContent(fault);
        var (color, isSwatch, name) = (call.Query("color_code"), Flag(call, "swatch"), call.Query("filename")!);
        if (Flag(call, "replace_existing"))
            style.Images.RemoveAll(image => image.ColorCode is null);
        // One image and one swatch for each colour.
        style.Images.RemoveAll(image => color is not null && image.ColorCode == color && image.IsSwatch == isSwatch);
        var stored = $"{Path.GetFileNameWithoutExtension(name)}_{call.LogId:N}"[..Math.Min(69, Path.GetFileNameWithoutExtension(name).Length + 9)] + Path.GetExtension(name);
        var url = call.Query("url");
        var image = new CatalogImage(
            call.Account.Catalog.NextUpload(), stored, int.Parse(call.Query("display_order")!, CultureInfo.InvariantCulture), color, isSwatch, url, url is null ? call.Body.LongLength : null);
        style.Images.Add(image);
        (style.ModifiedAt, style.IsTouched) = (call.Now, true);
        return call.Answer("style_image_created", new JsonObject { ["image"] = new JsonObject { ["upload_id"] = image.UploadId, ["filename"] = image.FileName } });
    }

    public static JoorAnswer Delete(JoorCall call)
    {
        if (V2Styles.Find(call) is not { IsDeleted: false } style)
            return V2Styles.NotFound(call);
        if (style.Images.Find(image => image.FileName == call.Query("filename")) is not { } image)
            return call.Refuse(404, "Image not found");
        if (image.ColorCode is not null)
            return call.RefuseContent("Images of a color can only be overwritten");
        style.Images.Remove(image);
        (style.ModifiedAt, style.IsTouched) = (call.Now, true);
        return JoorAnswer.Of(
            new JsonObject
            {
                ["style_image_deleted"] = new JsonObject { ["response"] = call.LogId.ToString() },
                ["image_deleted"] = new JsonObject { ["style_number"] = style.Number, ["style_identifier"] = style.Identifier, ["upload_id"] = image.UploadId },
            },
            call.Format);
    }

    private static string? Fault(JoorCall call, CatalogStyle style)
    {
        var isSent = call.Http.ContentType is { } type && (type.StartsWith("image/jpeg", StringComparison.OrdinalIgnoreCase) || type.StartsWith("image/png", StringComparison.OrdinalIgnoreCase));
        return call.Query("filename") is not { Length: <= 69 } ? "filename of at most 69 characters is required"
            : !int.TryParse(call.Query("display_order"), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "display_order is required"
            : call.Query("url") is { } url && !Uri.TryCreate(url, UriKind.Absolute, out _) ? "url is no address"
            : call.Query("url") is null && (!isSent || call.Body.Length == 0) ? "A body of image/jpeg or image/png, or url, is required"
            : call.Body.Length > MostBytes || call.Options.PictureBytes(call.Query("url")) > MostBytes ? "The image has more than 4 MB"
            : !Array.Exists(Endings, ending => call.Query("filename")!.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? "The image must be JPEG or PNG"
            : Flag(call, "swatch") && call.Query("color_code") is null ? "color_code is required for a swatch"
            : call.Query("color_code") is { } code && !style.Colors.Exists(color => color.IsActive && color.Code == code) ? "The style has no such color"
            : null;
    }

    private static bool Flag(JoorCall call, string name) => call.Query(name) is { } text && (text == "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase));
}
