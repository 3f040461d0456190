namespace JoorBus.Joor;

/// <summary>Images of styles through v2.</summary>
public sealed class JoorImages
{
    private readonly JoorRequestDoor _door;

    internal JoorImages(JoorRequestDoor door) => _door = door;

    /// <summary>Sends a JPEG or PNG of at most 4 MB.</summary>
    public Task<JoorAnswer<JoorStyleImage>> AddAsync(JoorImageTarget target, ReadOnlyMemory<byte> image, CancellationToken cancellationToken)
    {
        var body = JoorBodyContent.Of(image, JoorImageKind.Of(image.Span) ?? JoorImageKind.Jpeg);
        return JoorImageKind.Check(target.Check(), image.Span)
            .OrSend(_door, Request(HttpMethod.Post, target, Query(target, null), JoorRequestKind.Upload) with { Body = body }, Stored(target), cancellationToken);
    }

    /// <summary>Lets JOOR fetch the image from a public address.</summary>
    public Task<JoorAnswer<JoorStyleImage>> AddAsync(JoorImageTarget target, Uri address, CancellationToken cancellationToken)
    {
        var body = JoorBodyContent.Of(ReadOnlyMemory<byte>.Empty, JoorImageKind.Jpeg);
        var checks = target.Check();
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            checks.Refuse("url", "url is no http or https address");
        return checks.OrSend(_door, Request(HttpMethod.Post, target, Query(target, address), JoorRequestKind.Upload) with { Body = body }, Stored(target), cancellationToken);
    }

    /// <summary>Deletes an image of the style itself, by the name JOOR gave it (<see cref="JoorStyle.Images"/>); those of a colour can only be overwritten.</summary>
    public Task<JoorAnswer<JoorDone>> DeleteAsync(string styleNumber, string styleIdentifier, string storedFileName, CancellationToken cancellationToken)
    {
        var target = new JoorImageTarget { StyleNumber = styleNumber, StyleIdentifier = styleIdentifier, FileName = storedFileName, DisplayOrder = 0 };
        var query = new JoorQueryText().Add("filename", storedFileName);
        return JoorStylePaths.Check(styleNumber, styleIdentifier).Required("filename", storedFileName)
            .OrSend(_door, Request(HttpMethod.Delete, target, query, JoorRequestKind.RepeatableWrite), JoorV2Answers.Done, cancellationToken);
    }

    private static JoorRequest Request(HttpMethod verb, JoorImageTarget target, JoorQueryText query, JoorRequestKind kind) =>
        new(verb, $"{JoorStylePaths.Of(target.StyleNumber, target.StyleIdentifier)}/image/", query.ToString(), kind, JoorPriority.Products)
        {
            Endpoint = $"{JoorStylePaths.ByNumber}/image/",
        };

    internal static JoorQueryText Query(JoorImageTarget target, Uri? address) => new JoorQueryText()
        .Add("filename", target.FileName).Add("display_order", target.DisplayOrder).Add("replace_existing", target.ReplaceExisting)
        .Add("color_code", target.ColorCode).Add("url", address?.AbsoluteUri).Add("swatch", target.IsSwatch);

    private static Func<JoorBody, JoorAnswer<JoorStyleImage>> Stored(JoorImageTarget target) => JoorV2Answers.Told((root, _) =>
    {
        var fields = new JoorFields(JoorV2Answers.Find(root, "image") ?? default, "image", new JoorFaults());
        return new JoorStyleImage
        {
            FileName = fields.Text("filename") ?? target.FileName,
            UploadId = fields.Text("upload_id"),
            ColorCode = target.ColorCode,
            IsSwatch = target.IsSwatch == true,
            DisplayOrder = target.DisplayOrder,
        };
    });
}
