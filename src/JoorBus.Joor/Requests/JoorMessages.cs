namespace JoorBus.Joor;

/// <summary>A request as HTTP message: address, formats, signature, body.</summary>
internal static class JoorMessages
{
    private static readonly string Agent = $"JoorBus/{typeof(JoorMessages).Assembly.GetName().Version?.ToString(2)}";

    public static HttpRequestMessage Write(JoorConnection connection, JoorRequest request, string authorization)
    {
        var message = new HttpRequestMessage(request.Verb, connection.Hosts.Base(request.Version) + request.Path + Query(connection, request))
        {
            Content = Content(request.Body, connection.Format(request.Version)),
        };
        message.Headers.TryAddWithoutValidation("Accept", JoorFormats.MediaType(connection.AnswerFormat(request.Version)));
        message.Headers.TryAddWithoutValidation("Authorization", authorization);
        message.Headers.TryAddWithoutValidation("User-Agent", Agent);
        return message;
    }

    // JOOR does not process requests without a content type, and a content type needs a content: an empty one.
    private static JoorContent Content(JoorBodyContent? body, JoorFormat format) =>
        new(body?.In(format) ?? new JoorPayload(ReadOnlyMemory<byte>.Empty, JoorFormats.MediaType(format)));

    private static string Query(JoorConnection connection, JoorRequest request) =>
        request.Version != JoorApiVersion.V4 ? request.Query
        : $"{(request.Query.Length == 0 ? "?" : request.Query + "&")}account={Uri.EscapeDataString(connection.Options.AccountId ?? "")}";
}
