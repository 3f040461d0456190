using System.Text;

namespace JoorBus.Joor;

/// <summary>Bodies that are not UTF-8 although they should be.</summary>
internal static class JoorEncodings
{
    /// <summary>Stands for bytes that are no text: XML may hold it, and no text has it (a noncharacter of Unicode).</summary>
    public const char NotText = '\uFDD0';

    private static readonly Encoding Marking = Encoding.GetEncoding(
        "utf-8", EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(NotText.ToString()));

    /// <summary>UTF-16 and UTF-32 become UTF-8; all else stays as it is.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes) =>
        Wide(bytes.Span) is { } encoding ? Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span)) : bytes;

    /// <summary>The text, with <see cref="NotText"/> for what is none.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes) => (Wide(bytes) ?? Marking).GetString(bytes).TrimStart('\uFEFF');

    // A document starts with an ASCII character, so zero bytes tell the width and the order.
    private static Encoding? Wide(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, 0, 0, ..] or [not 0, 0, 0, 0, ..] => Encoding.UTF32,
        [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };
}
