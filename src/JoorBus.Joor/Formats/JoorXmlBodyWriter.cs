using System.Globalization;
using System.Text;
using System.Xml;

namespace JoorBus.Joor;

/// <summary>The XML twin: names as elements, UTF-8.</summary>
internal sealed class JoorXmlBodyWriter : JoorBodyWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        // Line ends of a text survive only as entities.
        NewLineHandling = NewLineHandling.Entitize,
        CheckCharacters = false,
    };

    private readonly XmlWriter _writer;

    private JoorXmlBodyWriter(XmlWriter writer) => _writer = writer;

    public static JoorPayload Write(Action<JoorBodyWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, Settings))
            write(new JoorXmlBodyWriter(writer));
        return new JoorPayload(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), JoorFormats.MediaType(JoorFormat.Xml));
    }

    public override void Texts(string name, string itemName, IReadOnlyCollection<string>? values)
    {
        if (values is null)
            return;
        StartList(name);
        foreach (var value in values)
            Text(itemName, value);
        EndList();
    }

    public override void Text(string name, string? value)
    {
        if (value is not null)
            _writer.WriteElementString(name, JoorXmlText.Writable(value));
    }

    public override void Number(string name, decimal? value) => Text(name, value is { } number ? JoorText.Plain(number) : null);

    public override void Flag(string name, bool? value) => Text(name, value switch { true => "true", false => "false", null => null });

    public override void Date(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    protected override void StartObject(string name) => _writer.WriteStartElement(name);

    protected override void EndObject() => _writer.WriteEndElement();

    protected override void StartList(string name) => _writer.WriteStartElement(name);

    protected override void EndList() => _writer.WriteEndElement();

    protected override void StartRepeated(string name)
    {
    }

    protected override void EndRepeated()
    {
    }

    protected override void StartItem(string name) => _writer.WriteStartElement(name);

    protected override void EndItem() => _writer.WriteEndElement();
}
