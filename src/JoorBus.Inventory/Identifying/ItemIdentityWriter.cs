using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace JoorBus.Inventory.Identifying;

/// <summary>Writes an identity in a fixed order, its fields sorted by name. By hand, because it is done for every level received.</summary>
internal static class ItemIdentityWriter
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static string Write(ItemIdentity identity)
    {
        var buffer = _buffer ??= new ArrayBufferWriter<byte>(512);
        buffer.ResetWrittenCount();
        var json = _writer ??= new Utf8JsonWriter(buffer, Plain);
        json.Reset(buffer);
        json.WriteStartObject();
        Text(json, "sku"u8, identity.Sku);
        Text(json, "upc"u8, identity.Upc);
        Text(json, "styleNumber"u8, identity.StyleNumber);
        Text(json, "styleIdentifier"u8, identity.StyleIdentifier);
        Text(json, "colorCode"u8, identity.ColorCode);
        Text(json, "colorName"u8, identity.ColorName);
        Text(json, "sizeName"u8, identity.SizeName);
        Text(json, "sizeCode"u8, identity.SizeCode);
        if (identity.SafetyStock is { } kept)
        {
            json.WriteNumber("safetyStock"u8, kept);
        }

        Flag(json, "skipPush"u8, identity.SkipPush);
        Flag(json, "skipJoor"u8, identity.SkipJoor);
        Fields(json, identity.Fields);
        json.WriteEndObject();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Text(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } said)
        {
            json.WriteBoolean(name, said);
        }
    }

    private static void Fields(Utf8JsonWriter json, IReadOnlyDictionary<string, string>? fields)
    {
        if (fields is null)
        {
            return;
        }

        json.WriteStartObject("fields"u8);
        foreach (var (name, value) in fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }
}
