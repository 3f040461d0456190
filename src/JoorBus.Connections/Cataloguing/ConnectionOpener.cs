using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Cataloguing;

/// <summary>From a stored connection to options that the gateway can use.</summary>
public sealed class ConnectionOpener(SecretSeal seal)
{
    /// <summary>The options with secrets; or the id of the key that the first secret that stays shut is sealed with.</summary>
    public (JoorConnectionOptions? Options, string? MissingKeyId) Open(StoredConnection stored)
    {
        var options = stored.ToOptions();
        foreach (var (field, sealedSecret) in stored.Secrets)
        {
            if (!seal.TryOpen(stored.Id, field, sealedSecret, out var secret))
                return (null, SecretSeal.KeyIdOf(sealedSecret));
            ConnectionSecrets.Write(options, field, secret);
        }

        return (options, null);
    }
}
