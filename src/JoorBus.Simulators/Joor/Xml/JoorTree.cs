using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace JoorBus.Simulators.Joor;

/// <summary>A request's body as one kind of tree, whether it came as JSON or XML. In XML every value is a text.</summary>
internal static class JoorTree
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Null when it is neither.</summary>
    public static JsonNode? Read(byte[] body, string? contentType)
    {
        try
        {
            return JoorFormats.IsXml(contentType) ? ReadXml(body) : JsonNode.Parse(body, documentOptions: Strict);
        }
        catch (Exception fault) when (fault is JsonException or XmlException or ArgumentException)
        {
            return null;
        }
    }

    private static JsonObject ReadXml(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), Settings);
        var root = XDocument.Load(reader).Root!;
        return new JsonObject { [root.Name.LocalName] = Node(root) };
    }

    private static JsonNode Node(XElement element)
    {
        if (!element.HasElements)
            return JsonValue.Create(element.Value);
        var node = new JsonObject();
        foreach (var group in element.Elements().GroupBy(child => child.Name.LocalName))
            node[group.Key] = group.Skip(1).Any() ? new JsonArray([.. group.Select(Node)]) : Node(group.First());
        return node;
    }
}
