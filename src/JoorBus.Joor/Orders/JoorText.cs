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
            return true;
        }
        catch (InvalidOperationException)
        {
            text = null;
            return false;
        }
    }

    public static bool IsBlank(JsonElement value) => TryRead(value, out var text) && string.IsNullOrWhiteSpace(text);

    public static string Plain(decimal number) => (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);

    public static string Shown(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var text = new string([.. Encoding.UTF8.GetString(raw[..Math.Min(raw.Length, LongestShown * 4)]).Where(c => !char.IsControl(c))]);
        if (text.Length <= LongestShown)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[LongestShown - 1]) ? LongestShown - 1 : LongestShown), "…");
    }
}
