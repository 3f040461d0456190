using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Benchmarks.Source;

/// <summary>Ids that follow from the source id and a purpose (RFC 9562, version 5).</summary>
public static class UuidV5
{
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "Version 5 is SHA-1 by definition; an id, not a secret.")]
    public static Guid Create(Guid space, string purpose)
    {
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(purpose.Length)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(purpose, input[16..]);

        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(input[..length], hash);
        hash[6] = (byte)(hash[6] & 0x0F | 0x50);
        hash[8] = (byte)(hash[8] & 0x3F | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
