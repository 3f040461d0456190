using JoorBus.Joor;
using JoorBus.Orders.Polling;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Orders.Acknowledging;

/// <summary>
/// v2: a read with <c>sync=1</c> marks what it returns, so it is made over windows whose orders are all stored. What it returns is stored
/// again if it differs, and nothing is lost when its answer is.
/// </summary>
public sealed partial class WindowMarking(MarkStore store, PageStore pages, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WindowMarking> log)
{
    /// <summary>True when nothing is left to mark.</summary>
    public async Task<bool> MarkAsync(JoorOrderReader reader, ImportRules rules, PollLease lease, CancellationToken cancellationToken)
    {
        var plan = await store.PlanAsync(rules.Key, cancellationToken).ConfigureAwait(false);
        foreach (var window in plan.Windows)
        {
            foreach (var filter in rules.Filters.Where(ImportRules.IsImported))
            {
                if (!await MarkAsync(reader, rules, lease, new JoorOrderWindow(filter, window.From, window.Until), cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }

            await SettleAsync(rules.Key, window, cancellationToken).ConfigureAwait(false);
            Marked(log, rules.Name, window.From, window.Until);
        }

        return plan.IsAll;
    }

    private async Task<bool> MarkAsync(JoorOrderReader reader, ImportRules rules, PollLease lease, JoorOrderWindow window, CancellationToken cancellationToken)
    {
        await foreach (var answer in reader.MarkAsync(new JoorOrderMarking.OfWindow(window), cancellationToken).ConfigureAwait(false))
        {
            if (answer is not JoorAnswer<JoorOrderMarks>.Accepted { Value.Returned: var returned })
            {
                NotMarked(log, rules.Name, answer.Explain());
                return false;
            }

            if (returned.Count > 0 && await pages.StoreAsync(returned, window.Filter, rules, lease, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }
        }

        return true;
    }

    private async Task SettleAsync(string connection, MarkWindow window, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            unit.Write(MarkedWindow.Store, new MarkedWindow(connection, window, clock.GetUtcNow()));
            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "orders.export-marked {Connection} {From} to {Until}")]
    private static partial void Marked(ILogger log, string connection, DateTimeOffset from, DateTimeOffset until);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.export-mark of {Connection} waits for the next round: {Reason}")]
    private static partial void NotMarked(ILogger log, string connection, string reason);
}
