namespace JoorBus.Joor;

/// <summary>A request's body, written when the format of the connection that sends it is known: as JSON, as XML, or bytes as they are.</summary>
internal sealed class JoorBodyContent
{
    private readonly Lazy<JoorPayload> _json;
    private readonly Lazy<JoorPayload> _xml;

    private JoorBodyContent(Func<JoorPayload> json, Func<JoorPayload> xml) => (_json, _xml) = (new Lazy<JoorPayload>(json), new Lazy<JoorPayload>(xml));

    public JoorPayload Json => _json.Value;

    public JoorPayload Xml => _xml.Value;

    /// <summary>One document, the same in both formats.</summary>
    public static JoorBodyContent Of(Action<JoorBodyWriter> write) => new(() => JoorJsonBodyWriter.Write(write), () => JoorXmlBodyWriter.Write(write));

    /// <summary>Bytes that no format changes, such as an image; empty ones still carry their content type.</summary>
    public static JoorBodyContent Of(ReadOnlyMemory<byte> bytes, string contentType)
    {
        var payload = new JoorPayload(bytes, contentType);
        return new JoorBodyContent(() => payload, () => payload);
    }

    public JoorPayload In(JoorFormat format) => format == JoorFormat.Xml ? Xml : Json;
}
