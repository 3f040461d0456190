using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Texts of JSON values, safe to store and to show.</summary>
internal static class JoorText
{
    private const int LongestShown = 60;

    /// <summary>False for text that is not Unicode (a lone surrogate, bytes that are not UTF-8).</summary>
    public static bool TryRead(JsonElement value, out string? text)
    {
        try
        {
            // PostgreSQL stores no NUL, so it is replaced as a decoder would replace what it cannot read.
            text = value.GetString()?.Replace('\0', '\uFFFD');
            // XML cannot tell line ends apart, and the same order must read the same in both formats.
            if (text is not null && text.Contains('\r', StringComparison.Ordinal))
                text = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    /// <summary>As TryGetProperty, and past names that are not Unicode.</summary>
    public static bool TryFind(JsonElement element, string name, out JsonElement value)
    {
        value = default;
        if (element.ValueKind != JsonValueKind.Object)
            return false;
        try
        {
            return element.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            return JoorProperties.Of(element).TryGetValue(name, out value);
        }
    }

    /// <summary>All properties of an object by name, the last of equal names, where every name counts.</summary>
    public static Dictionary<string, JsonElement> Properties(JsonElement element)
    {
        var values = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (element.ValueKind != JsonValueKind.Object)
            return values;
        foreach (var property in element.EnumerateObject())
        {
            try
            {
                values[property.Name] = property.Value;
            }
            catch (InvalidOperationException)
            {
                // A name that is not Unicode is none of JOOR's.
            }
        }
        return values;
    }

    /// <summary>True for a text of nothing but blanks, judged without making a string of it.</summary>
    public static bool IsBlank(JsonElement value)
    {
        var quoted = JsonMarshal.GetRawUtf8Value(value);
        return quoted.Length <= 2 || (quoted[1] is (byte)' ' or (byte)'\t' && quoted.Trim("\" \t"u8).IsEmpty);
    }

    /// <summary>True for a text that ends like a time with its offset: Z, +01:00 or -01:00.</summary>
    public static bool HasOffset(JsonElement value)
    {
        var text = JsonMarshal.GetRawUtf8Value(value).Trim((byte)'"');
        return text.Length > 19 && (text[^1] == 'Z' || text[^6] is (byte)'+' or (byte)'-');
    }

    public static string Plain(decimal number) => Shortest(number).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same number without trailing zeros, nor a sign on zero.</summary>
    public static decimal Shortest(decimal number) =>
        number == 0 ? 0 : number.Scale == 0 || !EndsInZero(number) ? number : number / 1.0000000000000000000000000000m;

    // A division costs fifty times as much as a look at the last digit, and few amounts end in a zero.
    private static bool EndsInZero(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number, parts);
        return parts[1] != 0 || parts[2] != 0 || (uint)parts[0] % 10 == 0;
    }

    public static string Shown(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var text = new string([.. Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, LongestShown * 4)]).Where(c => !char.IsControl(c))]);
        if (text.Length <= LongestShown)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown), "…");
    }
}
