using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Whole JSON bodies: their byte order mark, and why one is broken.</summary>
internal static class JoorJson
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;

    public static string WhyBroken(ReadOnlySpan<byte> bytes, JsonException fault)
    {
        var start = bytes.TrimStart(Mark).TrimStart(" \t\r\n"u8);
        return start.StartsWith("<?xml"u8) ? "it is XML where JSON was asked for"
            : start.StartsWith("<"u8) ? "it is HTML where JSON was asked for; a proxy, a login page or a maintenance page may stand between, check BaseUrl"
            : string.Create(CultureInfo.InvariantCulture, $"it is broken JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}; it may have been cut off");
    }
}
