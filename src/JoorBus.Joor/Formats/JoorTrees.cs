using System.Text.Json;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>Answers of either format as one tree of elements. What came counts, not what was asked for or announced.</summary>
internal static class JoorTrees
{
    /// <summary>Never throws for anything a body can hold.</summary>
    public static JoorAnswer<T> Read<T>(JoorBody body, Func<JsonElement, JoorAnswer<T>> read)
    {
        if (body.Bytes.Span.Trim(" \t\r\n"u8).IsEmpty)
            return new JoorAnswer<T>.Unreadable("it is empty", "");
        try
        {
            using var document = Parse(body.Bytes);
            return read(document.RootElement);
        }
        catch (JsonException fault)
        {
            return new JoorAnswer<T>.Unreadable(JoorJson.WhyBroken(body.Bytes.Span, fault), body.Excerpt.Of(body.Bytes.Span));
        }
        catch (XmlException fault)
        {
            return new JoorAnswer<T>.Unreadable(JoorXml.WhyBroken(body.Bytes.Span, fault), body.Excerpt.Of(body.Bytes.Span));
        }
    }

    /// <exception cref="JsonException">Broken JSON, or neither format.</exception>
    /// <exception cref="XmlException">Broken XML, HTML, a DTD, or too deep or too many elements.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> bytes)
    {
        var text = JoorJson.WithoutMark(JoorEncodings.ToUtf8(bytes));
        return text.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..] ? JsonDocument.Parse(JoorXml.ToJson(bytes)) : JsonDocument.Parse(text);
    }
}
