using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>XML as JSON: children become properties, repeated ones arrays, text a string, an empty element "".</summary>
internal static class JoorXml
{
    /// <summary>JSON that cannot be read as text, for text whose bytes were no text: the field is unreadable, not the page.</summary>
    private const string NotText = "\"\\ud800\"";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CheckCharacters = false,
    };

    /// <exception cref="XmlException">It is no XML that can be read.</exception>
    public static ReadOnlyMemory<byte> ToJson(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            return Write(JoorXmlNode.Read(reader));
        }
        catch (XmlException)
        {
            // Control characters and bytes that are no text spoil the field they are in, not the document.
            using var text = new StringReader(JoorXmlText.Writable(JoorEncodings.Decode(bytes.Span)));
            using var reader = XmlReader.Create(text, Settings);
            return Write(JoorXmlNode.Read(reader));
        }
    }

    public static string WhyBroken(ReadOnlySpan<byte> bytes, XmlException fault)
    {
        var start = Encoding.UTF8.GetString(JoorEncodings.ToUtf8(bytes[..Math.Min(bytes.Length, 512)].ToArray()).Span);
        return start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            ? "it is HTML; a proxy, a login page or a maintenance page may stand between, check BaseUrl"
            : start.Contains("<!DOCTYPE", StringComparison.Ordinal) ? "it is XML with a DTD, which is not read"
            : string.Create(CultureInfo.InvariantCulture, $"it is broken XML at line {fault.LineNumber}, position {fault.LinePosition}; it may have been cut off");
    }

    private static ReadOnlyMemory<byte> Write(JoorXmlNode root)
    {
        if (root.Name.Equals("html", StringComparison.OrdinalIgnoreCase))
            throw new XmlException("HTML");
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            writer.WriteStartObject();
            writer.WritePropertyName(root.Name);
            Write(writer, root);
            writer.WriteEndObject();
        }
        return bytes.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, JoorXmlNode node)
    {
        if (node.Children is null)
        {
            WriteText(writer, node.Text);
            return;
        }
        writer.WriteStartObject();
        foreach (var namesakes in node.Children.GroupBy(child => child.Name, StringComparer.Ordinal))
        {
            writer.WritePropertyName(namesakes.Key);
            if (namesakes.Skip(1).Any())
                WriteArray(writer, namesakes);
            else
                Write(writer, namesakes.First());
        }
        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, IEnumerable<JoorXmlNode> nodes)
    {
        writer.WriteStartArray();
        foreach (var node in nodes)
            Write(writer, node);
        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string text)
    {
        if (text.Contains(JoorEncodings.NotText, StringComparison.Ordinal))
            writer.WriteRawValue(NotText, skipInputValidation: true);
        else
            writer.WriteStringValue(text);
    }
}
