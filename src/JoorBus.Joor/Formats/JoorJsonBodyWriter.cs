using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>The JSON twin.</summary>
internal sealed class JoorJsonBodyWriter : JoorBodyWriter
{
    // Other alphabets stay readable in JOOR's own logs; nothing here is ever put into a page.
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const int FirstBuffer = 4096;

    private readonly Utf8JsonWriter _writer;

    private JoorJsonBodyWriter(Utf8JsonWriter writer) => _writer = writer;

    public static JoorPayload Write(Action<JoorBodyWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>(FirstBuffer);
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            writer.WriteStartObject();
            write(new JoorJsonBodyWriter(writer));
            writer.WriteEndObject();
        }
        return new JoorPayload(bytes.WrittenMemory, JoorFormats.MediaType(JoorFormat.Json));
    }

    /// <summary>A body that is an array, as v4's bulk calls want it; v4 knows no XML.</summary>
    public static JoorPayload WriteArray<T>(IReadOnlyCollection<T> items, Action<JoorBodyWriter, T> write)
    {
        var bytes = new ArrayBufferWriter<byte>(FirstBuffer);
        using (var writer = new Utf8JsonWriter(bytes, Relaxed))
        {
            var body = new JoorJsonBodyWriter(writer);
            writer.WriteStartArray();
            foreach (var item in items)
            {
                body.StartItem("");
                write(body, item);
                body.EndItem();
            }
            writer.WriteEndArray();
        }
        return new JoorPayload(bytes.WrittenMemory, JoorFormats.MediaType(JoorFormat.Json));
    }

    public override void Texts(string name, string itemName, IReadOnlyCollection<string>? values)
    {
        if (values is null)
            return;
        _writer.WriteStartArray(name);
        foreach (var value in values)
            _writer.WriteStringValue(value);
        _writer.WriteEndArray();
    }

    public override void Text(string name, string? value)
    {
        if (value is not null)
            _writer.WriteString(name, value);
    }

    public override void Number(string name, decimal? value)
    {
        if (value is { } number)
            _writer.WriteNumber(name, JoorText.Shortest(number));
    }

    public override void Flag(string name, bool? value)
    {
        if (value is { } flag)
            _writer.WriteBoolean(name, flag);
    }

    public override void Date(string name, DateOnly? value) => Text(name, value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    protected override void StartObject(string name) => _writer.WriteStartObject(name);

    protected override void EndObject() => _writer.WriteEndObject();

    protected override void StartList(string name) => _writer.WriteStartArray(name);

    protected override void EndList() => _writer.WriteEndArray();

    protected override void StartRepeated(string name) => _writer.WriteStartArray(name);

    protected override void EndRepeated() => _writer.WriteEndArray();

    protected override void StartItem(string name) => _writer.WriteStartObject();

    protected override void EndItem() => _writer.WriteEndObject();
}
