using System.Text;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>One element with its text or its children. Attributes, and text beside children, carry nothing in JOOR's answers.</summary>
internal sealed class JoorXmlNode(string name)
{
    private const int Deepest = 60;
    private const int Most = 2_000_000;

    private StringBuilder? _longer;

    public string Name => name;

    public string Text
    {
        get => _longer?.ToString() ?? field;
        private set;
    } = "";

    public List<JoorXmlNode>? Children { get; private set; }

    /// <exception cref="XmlException">Broken, too deep, or too many elements.</exception>
    public static JoorXmlNode Read(XmlReader reader)
    {
        var open = new Stack<JoorXmlNode>();
        JoorXmlNode? root = null;
        var count = 0;
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (++count > Most || open.Count >= Deepest)
                    throw At(reader, count > Most ? $"more than {Most} elements" : $"deeper than {Deepest} elements");
                var node = new JoorXmlNode(reader.LocalName);
                root ??= node;
                if (open.TryPeek(out var parent))
                    (parent.Children ??= []).Add(node);
                if (!reader.IsEmptyElement)
                    open.Push(node);
            }
            else if (reader.NodeType == XmlNodeType.EndElement)
            {
                open.Pop();
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                open.Peek().Append(reader.Value);
            }
        }
        return root ?? throw At(reader, "no element");
    }

    private static XmlException At(XmlReader reader, string message)
    {
        var at = reader as IXmlLineInfo;
        return new XmlException(message, null, at?.LineNumber ?? 0, at?.LinePosition ?? 0);
    }

    // Text, comment, text: rare, but a text cut into many pieces must not cost its length each time.
    private void Append(string piece)
    {
        if (_longer is null && Text.Length == 0)
            Text = piece;
        else
            (_longer ??= new StringBuilder(Text)).Append(piece);
    }
}
