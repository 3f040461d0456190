using System.Globalization;

namespace JoorBus.Joor;

/// <summary>What image some bytes are, by their first ones.</summary>
internal static class JoorImageKind
{
    public const string Jpeg = "image/jpeg";

    private const int Largest = 4 << 20;
    private const string Png = "image/png";

    /// <summary>Null for what is neither JPEG nor PNG.</summary>
    public static string? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        _ => null,
    };

    public static JoorChecks Check(JoorChecks checks, ReadOnlySpan<byte> bytes)
    {
        if (Of(bytes) is null)
            checks.Refuse("image", "the image is neither JPEG nor PNG");
        if (bytes.Length > Largest)
            checks.Refuse("image", string.Create(CultureInfo.InvariantCulture, $"the image has {bytes.Length} bytes, JOOR takes {Largest}"));
        return checks;
    }
}
