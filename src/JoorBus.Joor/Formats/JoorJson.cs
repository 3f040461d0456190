using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Whole JSON bodies: their byte order mark, and why one is broken.</summary>
internal static class JoorJson
{
    private static readonly SearchValues<byte> StartsValue = SearchValues.Create("{[\"-0123456789tfn"u8);

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    public static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) => bytes.Span.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;

    public static string WhyBroken(ReadOnlySpan<byte> bytes, JsonException fault)
    {
        var start = bytes.TrimStart(Mark).TrimStart(" \t\r\n"u8);
        return !start.IsEmpty && !StartsValue.Contains(start[0]) ? "it is neither JSON nor XML"
            : string.Create(CultureInfo.InvariantCulture, $"it is broken JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}; it may have been cut off");
    }
}
