using System.Text;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>What XML 1.0 can hold of a text.</summary>
internal static class JoorXmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with control characters and halves of pairs replaced.</summary>
    public static string Writable(string text)
    {
        var at = FirstUnwritable(text);
        if (at < 0)
            return text;
        var clean = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                clean.Append(text[at]);
            else if (IsPair(text, at))
                clean.Append(text[at]).Append(text[++at]);
            else
                clean.Append(Replacement);
        }
        return clean.ToString();
    }

    private static int FirstUnwritable(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!XmlConvert.IsXmlChar(text[at]))
                return at;
        }
        return -1;
    }

    private static bool IsPair(string text, int at) => at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]);
}
