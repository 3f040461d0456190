using System.Text;
using System.Text.Json;
using System.Xml;

namespace JoorBus.Simulators.Joor;

/// <summary>Answers as XML: names as in JSON, a list's elements inside their list's node, nothing as an empty element.</summary>
internal static class JoorXml
{
    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize };

    public static byte[] OfJson(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return Document(writer => WriteRoot(writer, document.RootElement));
    }

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
            write(writer);
        return bytes.ToArray();
    }

    /// <summary>One element of this name; for an array that is no known list, one for each.</summary>
    public static void Write(XmlWriter writer, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && !JoorXmlLists.Items.ContainsKey(name))
        {
            foreach (var item in value.EnumerateArray())
                WriteElement(writer, name, item);
            return;
        }
        WriteElement(writer, name, value);
    }

    private static void WriteRoot(XmlWriter writer, JsonElement document)
    {
        if (document.ValueKind != JsonValueKind.Object || !document.EnumerateObject().Any())
        {
            WriteElement(writer, "response", document);
            return;
        }
        // XML has one root where JSON may have neighbours: they move into it, the response block first.
        var parts = document.EnumerateObject().ToList();
        var root = parts.Find(part => part.Name != "response") is { Value.ValueKind: not JsonValueKind.Undefined } named ? named : parts[0];
        writer.WriteStartElement(Name(root.Name));
        foreach (var part in parts.Where(part => part.Name != root.Name))
            Write(writer, part.Name, part.Value);
        WriteContent(writer, root.Name, root.Value);
        writer.WriteEndElement();
    }

    private static void WriteElement(XmlWriter writer, string name, JsonElement value)
    {
        writer.WriteStartElement(Name(name));
        WriteContent(writer, name, value);
        writer.WriteEndElement();
    }

    private static void WriteContent(XmlWriter writer, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var part in value.EnumerateObject())
                    Write(writer, part.Name, part.Value);
                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                    WriteElement(writer, JoorXmlLists.Items.GetValueOrDefault(name, "item"), item);
                break;
            case JsonValueKind.True or JsonValueKind.False:
                writer.WriteString(value.GetBoolean() ? "true" : "false");
                break;
            default:
                writer.WriteString(Text(value.ToString()));
                break;
        }
    }

    private static string Name(string name) => XmlConvert.EncodeLocalName(name.Length == 0 ? "_" : name);

    private static string Text(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Where(IsAllowed));

    private static bool IsAllowed(Rune rune) => rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value);
}
