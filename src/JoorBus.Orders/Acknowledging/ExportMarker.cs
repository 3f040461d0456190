using JoorBus.Joor;
using JoorBus.Orders.Polling;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Orders.Acknowledging;

/// <summary>
/// Tells JOOR which orders are safely stored: a read with <c>sync=1</c> marks what it returns, so it is made over windows whose orders
/// are all stored. What it returns is stored again if it differs, and nothing is lost when its answer is.
/// </summary>
public sealed partial class ExportMarker(MarkStore store, PageStore pages, IServiceScopeFactory scopes, TimeProvider clock, ILogger<ExportMarker> log)
{
    private static readonly TimeSpan Edge = TimeSpan.FromMicroseconds(1);

    /// <summary>True when nothing is left to mark.</summary>
    public async Task<bool> MarkAsync(JoorOrderReader reader, JoorConnectionOptions connection, ImportRules rules, PollLease lease, CancellationToken cancellationToken)
    {
        foreach (var window in await store.PlanAsync(connection.Name, cancellationToken).ConfigureAwait(false))
        {
            foreach (var filter in rules.Filters.Where(ImportRules.IsImported))
            {
                if (!await MarkWindowAsync(reader, connection, rules, lease, window, filter, cancellationToken).ConfigureAwait(false))
                {
                    return false;
                }
            }

            await SettleAsync(connection.Name, window, cancellationToken).ConfigureAwait(false);
            Marked(log, connection.Name, window.From, window.Until);
        }

        return true;
    }

    // Each read takes the returned orders out of what the next one finds, so every read starts at the first page.
    private async Task<bool> MarkWindowAsync(
        JoorOrderReader reader, JoorConnectionOptions connection, ImportRules rules, PollLease lease, MarkWindow window, JoorOrderFilter filter, CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await reader.ReadPageAsync(
                new JoorOrderQuery
                {
                    Filter = filter,
                    ExportStatus = JoorExportStatus.NotExportedOrModified,
                    ModifiedFrom = window.From - Edge,
                    ModifiedUntil = window.Until + Edge,
                    MarkExported = true,
                },
                cancellationToken).ConfigureAwait(false);
            if (answer is not JoorAnswer<JoorOrderPage>.Accepted { Value: var page })
            {
                NotMarked(log, connection.Name, answer.Explain());
                return false;
            }

            if (page.Orders.Count > 0 && await pages.StoreAsync(page.Orders, filter, rules, lease, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }

            if (page.Orders.Count < connection.PageSize)
            {
                return true;
            }
        }
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
