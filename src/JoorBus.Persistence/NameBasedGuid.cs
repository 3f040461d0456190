using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Persistence;

/// <summary>UUID version 5 (RFC 9562): the same namespace and name always give the same id.</summary>
public static class NameBasedGuid
{
    /// <summary>Derives the id of <paramref name="name"/> within <paramref name="scope"/>.</summary>
    public static Guid Create(Guid scope, string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        Span<byte> input = length <= 240 ? stackalloc byte[16 + length] : new byte[16 + length];
        scope.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 9562 fixes SHA-1 for version 5; nothing here is a secret.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>An advisory-lock key from a name; stable over processes and versions.</summary>
    public static long LockKey(string name) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
}
