using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Pushing;

/// <summary>Requests that nobody settled: what they took may be in JOOR or not, so it is sent again.</summary>
internal sealed partial class PushRecovery(InventoryUnits units, IServiceScopeFactory scopes, ILogger<PushRecovery> log)
{
    private const int Most = 100;

    /// <summary>Atomic; false when the lease was lost.</summary>
    public async Task<bool> RecoverAsync(WorkerRow worker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var open = await scope.ServiceProvider.GetRequiredService<IDocuments>().QueryAsync<InventoryPush>(InventoryPushMapping.Open, worker.Connection, Most, cancellationToken);
            var stored = await units.StoreAsync(
                worker,
                (unit, documents) =>
                {
                    var whole = new WholeConnection(worker.Connection, now);
                    unit.Write(open.Any(push => push.Kind == PushKind.Overwrite) ? WholeConnection.RecoverAll : WholeConnection.Recover, whole);
                    foreach (var push in open)
                    {
                        (push.State, push.EndedAt, push.Reason) = (PushState.Unknown, now, "the host stopped before JOOR's answer was stored");
                        documents.Update(push);
                    }

                    return Task.CompletedTask;
                },
                cancellationToken);
            if (stored && open.Count > 0)
                Recovered(log, worker.Connection, open.Count, open.Sum(push => push.Entries));
            return stored;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.recovered {Connection}: {Requests} requests with {Entries} entries ended without a stored answer; they are sent again")]
    private static partial void Recovered(ILogger log, string connection, int requests, int entries);
}
