using JoorBus.Joor;
using JoorBus.Orders.Polling;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Orders.Acknowledging;

/// <summary>v4: the stored orders are marked one by one, many in a request. What JOOR refuses for one order is not asked again for the same content.</summary>
public sealed partial class OrderMarking(MarkStore store, IServiceScopeFactory scopes, TimeProvider clock, ILogger<OrderMarking> log)
{
    /// <summary>True when nothing is left to mark.</summary>
    public async Task<bool> MarkAsync(JoorOrderReader reader, ImportRules rules, CancellationToken cancellationToken)
    {
        var unmarked = await store.UnmarkedAsync(rules.Key, cancellationToken).ConfigureAwait(false);
        if (unmarked.Count == 0)
        {
            return true;
        }

        var byId = unmarked.ToDictionary(order => order.JoorOrderId);
        var settled = 0;
        await foreach (var answer in reader.MarkAsync(new JoorOrderMarking.OfOrders([.. byId.Keys]), cancellationToken).ConfigureAwait(false))
        {
            if (answer is not JoorAnswer<JoorOrderMarks>.Accepted { Value: var marks })
            {
                NotMarked(log, rules.Name, answer.Explain());
                return false;
            }

            settled += await SettleAsync(byId, marks, cancellationToken).ConfigureAwait(false);
            Marked(log, rules.Name, marks.Marked.Count, marks.Refused.Count);
        }

        return settled == byId.Count && byId.Count < MarkStore.MostOrders;
    }

    private async Task<int> SettleAsync(Dictionary<string, UnmarkedOrder> byId, JoorOrderMarks marks, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            foreach (var id in marks.Marked.Where(byId.ContainsKey))
            {
                unit.Write(SettledMark.Store, new SettledMark(byId[id], now, Refusal: null));
            }

            foreach (var (id, reason) in marks.Refused.Where(refused => byId.ContainsKey(refused.JoorOrderId)))
            {
                unit.Write(SettledMark.Store, new SettledMark(byId[id], now, reason));
            }

            await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
        }

        return marks.Marked.Count + marks.Refused.Count;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "orders.export-marked {Connection}: {Marked} orders, {Refused} refused")]
    private static partial void Marked(ILogger log, string connection, int marked, int refused);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.export-mark of {Connection} waits for the next round: {Reason}")]
    private static partial void NotMarked(ILogger log, string connection, string reason);
}
