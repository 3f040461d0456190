using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Connections.Sealing;

/// <summary>
/// Seals one secret of one connection with AES-256-GCM: <c>v1.{key id}.{base64 of nonce, ciphertext and tag}</c>. Version, key id,
/// connection and field are authenticated, so that a sealed secret serves nowhere else.
/// </summary>
public sealed class SecretSeal(MasterKeys keys)
{
    private const string Version = "v1";

    /// <summary>Null when there is no master key.</summary>
    public string? TrySeal(Guid connection, string field, string secret)
    {
        if (keys.Current().Sealing is not { } key)
            return null;
        var plain = Encoding.UTF8.GetBytes(secret);
        var box = SealedBox.Close(key.Bytes, plain, Context(connection, field, key.Id));
        CryptographicOperations.ZeroMemory(plain);
        return $"{Version}.{key.Id}.{Convert.ToBase64String(box)}";
    }

    /// <summary>False when the key is not known, or anything about the sealed secret was changed.</summary>
    public bool TryOpen(Guid connection, string field, string sealedSecret, [NotNullWhen(true)] out string? secret)
    {
        secret = null;
        if (sealedSecret.Split('.') is not [Version, var id, var text] || !TryFind(id, out var key))
            return false;
        var box = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, box, out var length) || SealedBox.TryOpen(key.Bytes, box.AsSpan(0, length), Context(connection, field, id)) is not { } plain)
            return false;
        secret = Encoding.UTF8.GetString(plain);
        CryptographicOperations.ZeroMemory(plain);
        return true;
    }

    /// <summary>Id of the key that a secret is sealed with; for screens.</summary>
    public static string KeyIdOf(string sealedSecret) => sealedSecret.Split('.') is [_, var id, _] ? id : "unknown";

    private bool TryFind(string id, [NotNullWhen(true)] out MasterKey? key) => keys.Current().TryFind(id, out key) || keys.Again().TryFind(id, out key);

    // Neither id nor field can hold the separator, and the connection has one length.
    private static byte[] Context(Guid connection, string field, string keyId) => Encoding.UTF8.GetBytes($"joorbus.connection.{Version}|{connection:N}|{field}|{keyId}");
}
