using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>Seals every stored secret anew with the first master key, while all hosts run.</summary>
public sealed class KeyRotation(ConnectionStore store, SecretSeal seal, MasterKeys keys, ConnectionSettling settling, ILogger<KeyRotation> log)
{
    /// <summary>Null when there is no master key.</summary>
    public async Task<KeyRotationReport?> RotateAsync(CancellationToken cancellationToken)
    {
        if (keys.SealingId is not { } keyId)
            return null;
        var (secrets, connections) = (0, 0);
        var shut = new List<string>();
        foreach (var stored in await store.LivingAsync(cancellationToken))
        {
            switch (await ResealAsync(stored, keyId, cancellationToken))
            {
                case null:
                    shut.Add(stored.Name);
                    break;
                case > 0 and var some:
                    (secrets, connections) = (secrets + some, connections + 1);
                    await settling.KnowAsync(stored.Key, cancellationToken);
                    break;
            }
        }

        ConnectionLog.Rotated(log, keyId, secrets, connections, shut.Count);
        return new KeyRotationReport(keyId, secrets, connections, shut);
    }

    // How many secrets; null when one of them cannot be opened. What already has the first key is left alone: hosts need not notice.
    private async Task<int?> ResealAsync(StoredConnection? stored, string keyId, CancellationToken cancellationToken)
    {
        while (stored is { IsRemoved: false })
        {
            var old = stored.Secrets.Where(secret => SecretSeal.KeyIdOf(secret.Value) != keyId).ToList();
            if (old.Count == 0)
                return 0;
            foreach (var (field, sealedSecret) in old)
            {
                if (!seal.TryOpen(stored.Id, field, sealedSecret, out var secret) || seal.TrySeal(stored.Id, field, secret) is not { } anew)
                    return null;
                stored.Secrets[field] = anew;
            }

            var current = stored;
            if (await store.CommitAsync((documents, _) => documents.Update(current), cancellationToken) is CommitOutcome.Committed)
                return old.Count;
            stored = await store.LoadAsync(current.Key, cancellationToken);
        }

        return 0;
    }
}

/// <summary>What a rotation did.</summary>
/// <param name="KeyId">The first master key, under which everything is sealed now.</param>
/// <param name="Secrets">Secrets sealed anew.</param>
/// <param name="Connections">Connections they belong to.</param>
/// <param name="Shut">Names of connections whose secrets could not be opened, and are as they were.</param>
public sealed record KeyRotationReport(string KeyId, int Secrets, int Connections, IReadOnlyList<string> Shut);
