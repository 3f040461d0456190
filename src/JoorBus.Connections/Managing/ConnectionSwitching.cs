using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Storing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>Switches a stored connection on or off. Off is acknowledged when none of its requests is under way.</summary>
public sealed class ConnectionSwitching(ConnectionStore store, ConfiguredConnections configured, ConnectionSettling settling, TimeProvider clock, ILogger<ConnectionSwitching> log)
{
    private const int Attempts = 5;

    public async Task<ConnectionOutcome> SwitchAsync(string name, bool enabled, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var (stored, refusal) = new Surroundings(configured, await store.LivingAsync(cancellationToken)).Find(name);
            if (stored is null)
                return refusal!;
            if (stored.IsEnabled == enabled)
                return new ConnectionOutcome.Done(stored.Name);
            (stored.IsEnabled, stored.ChangedAt) = (enabled, clock.GetUtcNow());
            if (await store.CommitAsync((documents, _) => documents.Update(stored), cancellationToken) is not CommitOutcome.Committed)
                continue;
            ConnectionLog.Switched(log, stored.Name, stored.Key, enabled);
            if (!enabled)
                return new ConnectionOutcome.Done(stored.Name, null, await settling.DrainAsync(stored, cancellationToken));
            await settling.KnowAsync(stored.Key, cancellationToken);
            return new ConnectionOutcome.Done(stored.Name);
        }

        return new ConnectionOutcome.Refused("Others changed this connection at the same time; nothing was stored, try again.");
    }
}
