using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Storing;
using JoorBus.Persistence.Committing;

namespace JoorBus.Connections.Managing;

/// <summary>Tests a connection on demand, also one that is disabled or comes from configuration.</summary>
public sealed class ConnectionTrying(ConnectionStore store, ConfiguredConnections configured, ConnectionOpener opener, ConnectionTrial trial)
{
    public async Task<ConnectionOutcome> TryAsync(string name, CancellationToken cancellationToken)
    {
        var options = configured.All.FirstOrDefault(one => ConnectionRules.Same(one.Name, name));
        if (options is null)
        {
            if (await store.FindAsync(name, cancellationToken) is not { } stored)
                return new ConnectionOutcome.NotFound(Surroundings.Unknown(name));
            (options, var missing) = opener.Open(stored);
            if (options is null)
                return new ConnectionOutcome.Refused($"The secrets of '{stored.Name}' cannot be opened (key id {missing}); give this host that master key, or replace the secrets.");
        }

        var tested = await trial.RunAsync(options, cancellationToken);
        CommitOutcome outcome = await store.CommitAsync((_, unit) => unit.Write(ConnectionTrial.Store, tested), cancellationToken);
        return outcome is not CommitOutcome.Committed ? new ConnectionOutcome.Refused("What the test found could not be stored; try again.")
            : tested.Finding.IsGood ? new ConnectionOutcome.Done(options.Name, tested.Finding)
            : new ConnectionOutcome.TestFailed(tested.Finding);
    }
}
