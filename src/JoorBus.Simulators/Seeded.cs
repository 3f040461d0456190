using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Simulators;

/// <summary>Ids and draws that depend on nothing but their inputs, so that a run can be repeated and a repetition recognised.</summary>
internal static class Seeded
{
    /// <summary>UUIDv5-shaped id of a scope and a name (RFC 9562, 5.5).</summary>
    public static Guid Id(Guid scope, string name)
    {
        var hash = Hash(scope, name)[..16];
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public static double Draw(int seed, Guid key, string purpose) =>
        BinaryPrimitives.ReadUInt32BigEndian(Hash(key, $"{seed}/{purpose}")) / (uint.MaxValue + 1.0);

    private static byte[] Hash(Guid scope, string name) => SHA256.HashData([.. scope.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
}
