using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>JSON with sorted properties and without white space, for content that cannot be read as an order.</summary>
internal static class JoorCanonicalJson
{
    private static readonly JsonWriterOptions Unchecked = new() { SkipValidation = true };

    public static ReadOnlySpan<byte> Write(JsonElement order)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, Unchecked))
            Write(writer, order, IsContent);
        return bytes.WrittenSpan;
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value, Func<string, bool> counts)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            writer.WriteStartObject();
            foreach (var property in value.EnumerateObject().Where(p => counts(p.Name)).OrderBy(p => p.Name, StringComparer.Ordinal))
            {
                writer.WritePropertyName(property.Name);
                Write(writer, property.Value, static _ => true);
            }
            writer.WriteEndObject();
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            writer.WriteStartArray();
            foreach (var item in value.EnumerateArray())
                Write(writer, item, static _ => true);
            writer.WriteEndArray();
        }
        else
        {
            writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(value), skipInputValidation: true);
        }
    }

    private static bool IsContent(string name) =>
        name is not ("date_modified" or "order_type") && !name.Contains("export", StringComparison.OrdinalIgnoreCase);
}
