using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using JoorBus.Joor;

namespace JoorBus.Connections.SigningIn;

/// <summary>What is derived from a connection's credentials to keep its token: who has others can neither find nor open it.</summary>
internal static class TokenKeys
{
    private const int KeyBytes = 32;

    /// <summary>Seals the token; needs no master key.</summary>
    public static byte[] Sealing(JoorConnectionOptions connection) => Derive(connection, "joorbus.token.key.v1");

    /// <summary>Tells whether a stored token belongs to these credentials, and reveals nothing about them.</summary>
    public static byte[] Fingerprint(JoorConnectionOptions connection) => Derive(connection, "joorbus.token.fingerprint.v1");

    /// <summary>What a sealed token is bound to beside its key.</summary>
    public static byte[] Context(JoorConnectionOptions connection) => Join(["joorbus.token.v1", connection.Key]);

    private static byte[] Derive(JoorConnectionOptions connection, string purpose)
    {
        var secrets = Join([connection.ClientSecret ?? "", connection.Password ?? ""]);
        var info = Join([purpose, connection.Key, connection.Environment.ToString(), connection.TokenUrl ?? "", connection.ClientId ?? "", connection.Username ?? ""]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, secrets, KeyBytes, salt: null, info);
        CryptographicOperations.ZeroMemory(secrets);
        return key;
    }

    // Each part with its length before it: no two lists give the same bytes.
    private static byte[] Join(IReadOnlyList<string> parts)
    {
        var bytes = new byte[parts.Sum(part => sizeof(int) + Encoding.UTF8.GetByteCount(part))];
        var at = 0;
        foreach (var part in parts)
        {
            var length = Encoding.UTF8.GetBytes(part, bytes.AsSpan(at + sizeof(int)));
            BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), length);
            at += sizeof(int) + length;
        }

        return bytes;
    }
}
