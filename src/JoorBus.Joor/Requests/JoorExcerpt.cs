using System.Text;
using System.Text.Encodings.Web;

namespace JoorBus.Joor;

/// <summary>The start of an answer as one printable line, with every secret of the connection struck out.</summary>
internal sealed class JoorExcerpt(IReadOnlyList<string?> secrets)
{
    private const int Length = 200;
    private const int Window = 2048;

    // Most answers are never shown, so the spellings are made when the first one is.
    private readonly Lazy<string[]> _spellings = new(() =>
        [.. secrets.Where(s => s is { Length: > 3 }).SelectMany(s => Spellings(s!)).Distinct().OrderByDescending(s => s.Length)]);

    public string Of(ReadOnlySpan<byte> bytes)
    {
        var longest = _spellings.Value is [var first, ..] ? first.Length : 0;
        var window = Math.Min(bytes.Length, Window + (4 * longest));
        var text = StrikeOut(Encoding.UTF8.GetString(bytes[..window]));
        // A secret cut by the window's end is not recognised, so as much as one secret is left out there.
        return Line(window < bytes.Length ? text[..Math.Max(0, text.Length - longest)] : text, Length);
    }

    public string Of(string text) => Line(StrikeOut(text), Length);

    /// <summary>Strikes out one more secret, such as an access token.</summary>
    public JoorExcerpt With(string secret) => new([.. secrets, secret]);

    public string StrikeOut(string text) => _spellings.Value.Aggregate(text, (rest, secret) => rest.Replace(secret, "***", StringComparison.Ordinal));

    /// <summary>At most <paramref name="length"/> printable characters; any run of blanks and control characters becomes one space.</summary>
    public static string Line(string text, int length)
    {
        var line = new StringBuilder(length);
        foreach (var rune in text.EnumerateRunes())
        {
            var blank = Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
            if (blank && (line.Length == 0 || line[^1] == ' '))
                continue;
            if (line.Length + rune.Utf16SequenceLength > length)
                break;
            line.Append(blank ? " " : rune.ToString());
        }
        return line.ToString().TrimEnd();
    }

    private static IEnumerable<string> Spellings(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        secret.Replace("/", "\\/", StringComparison.Ordinal),
        HtmlEncoder.Default.Encode(secret),
    ];
}
