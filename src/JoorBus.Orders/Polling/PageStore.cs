using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using JoorBus.Joor;
using JoorBus.Orders.Recording;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Orders.Polling;

/// <summary>Stores a page of orders: rows, timeline and events in one transaction, or nothing.</summary>
public sealed class PageStore(PollStore store, OutboxPublisher publisher, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Attempts = 3;

    /// <summary>Decides and stores. Returns how many orders led to something; null when the lease was lost to another host.</summary>
    public async Task<int?> StoreAsync(
        IReadOnlyList<JoorOrderReading> readings, JoorOrderFilter filter, ImportRules rules, PollLease lease, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
                var changed = await DecideAsync(unit, readings, filter, rules, cancellationToken).ConfigureAwait(false);
                unit.Write(PollLease.Renew, lease);
                var outcome = await unit.CommitAsync(cancellationToken).ConfigureAwait(false);
                if (outcome is CommitOutcome.Committed)
                {
                    await unit.DeliverAsync(cancellationToken).ConfigureAwait(false);
                    return changed;
                }

                if (outcome is CommitOutcome.Conflict conflict && conflict.Statement == PollLease.Renew.Name)
                {
                    return null;
                }
            }
        }

        throw new VersionConflictException(PolledOrder.Store.Name);
    }

    private async Task<int> DecideAsync(
        UnitOfWork unit, IReadOnlyList<JoorOrderReading> readings, JoorOrderFilter filter, ImportRules rules, CancellationToken cancellationToken)
    {
        // JOOR may list an order twice on a page while it changes; the later one is the newer one.
        var byId = new Dictionary<string, JoorOrderReading>();
        foreach (var reading in readings)
        {
            byId[KeyOf(reading)] = reading;
        }

        var known = await store.KnownAsync(rules.Key, byId.Keys, cancellationToken).ConfigureAwait(false);
        var changed = 0;
        foreach (var (id, reading) in byId)
        {
            var decision = PollDecider.Decide(reading, filter, known.GetValueOrDefault(id), rules);
            if (decision is PollDecision.Unchanged)
            {
                continue;
            }

            changed++;
            await ApplyAsync(unit, new Found(rules.Key, rules.Name, id, reading.ContentHash, known.GetValueOrDefault(id)), decision, cancellationToken).ConfigureAwait(false);
        }

        return changed;
    }

    private async Task ApplyAsync(UnitOfWork unit, Found found, PollDecision decision, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var row = found.ToRow(now);
        switch (decision)
        {
            case PollDecision.Receive(var order):
                unit.Write(PolledOrder.Store, row with { Revision = 1, Order = order, Content = Serialize(order) });
                await AnnounceAsync(
                    new JoorOrderReceived { OrderId = row.OrderId, Connection = found.Name, Revision = 1, ReceivedAt = now, Order = order }, 1, StepKind.Received).ConfigureAwait(false);
                break;
            case PollDecision.Amend(var order, var revision):
                unit.Write(PolledOrder.Store, row with { Revision = revision, Order = order, Content = Serialize(order) });
                await AnnounceAsync(
                    new JoorOrderAmended { OrderId = row.OrderId, Connection = found.Name, Revision = revision, ReceivedAt = now, Order = order }, revision, StepKind.Amended).ConfigureAwait(false);
                break;
            case PollDecision.Cancel(var order, var revision):
                unit.Write(PolledOrder.Store, row with { Revision = revision, Decision = OrderDecision.Cancelled, Order = order, Content = Serialize(order) });
                await AnnounceAsync(
                    new JoorOrderCancelled { OrderId = row.OrderId, Connection = found.Name, Revision = revision, ReceivedAt = now, JoorOrderId = row.JoorOrderId, CustomerPurchaseOrder = order.CustomerPurchaseOrder },
                    revision,
                    StepKind.Cancelled).ConfigureAwait(false);
                break;
            case PollDecision.Ignore(var order, var reason):
                unit.Write(PolledOrder.Store, row with { Decision = OrderDecision.Ignored, Reason = reason, Order = order });
                break;
            case PollDecision.Touched(var modifiedAt):
                unit.Write(TouchedOrder.Store, new TouchedOrder(row.Connection, row.JoorOrderId, modifiedAt));
                break;
            case PollDecision.Refuse(var reason, var excerpt, _) when found.Known?.Decision is OrderDecision.Imported or OrderDecision.Cancelled:
                unit.Write(RefusedOrder.Store, new RefusedOrder(row.Connection, row.JoorOrderId, reason, row.ContentHash, row.RowVersion));
                unit.Send(PollDeadLetter.For(row, reason, excerpt, now));
                break;
            case PollDecision.Refuse(var reason, var excerpt, var modifiedAt):
                unit.Write(PolledOrder.Store, row with { Decision = OrderDecision.Unreadable, Reason = reason, ModifiedAt = modifiedAt });
                unit.Send(PollDeadLetter.For(row, reason, excerpt, now));
                break;
        }

        async Task AnnounceAsync<T>(T message, int revision, string step)
            where T : class
        {
            var messageId = OrderIds.Event(row.OrderId, revision);
            await publisher.PublishAsync(unit, message, messageId, cancellationToken).ConfigureAwait(false);
            unit.Write(OrderStep.Insert, new OrderStep(row.OrderId, now, step, $"revision {revision}", messageId));
        }
    }

    private static byte[] Serialize(JoorOrder order) => JsonSerializer.SerializeToUtf8Bytes(order, ContractsJson.Default.JoorOrder);

    private static string KeyOf(JoorOrderReading reading) => reading switch
    {
        JoorOrderReading.Readable readable => readable.Order.JoorOrderId,
        JoorOrderReading.Unreadable { JoorOrderId: { } id } => id,
        _ => $"unreadable-{Convert.ToHexStringLower(reading.ContentHash.AsSpan(0, 8))}",
    };

    private sealed record Found(string Key, string Name, string JoorOrderId, byte[] ContentHash, KnownOrder? Known)
    {
        public PolledOrder ToRow(DateTimeOffset now) => new()
        {
            Connection = Key,
            JoorOrderId = JoorOrderId,
            OrderId = OrderIds.Order(Key, JoorOrderId),
            Revision = Known?.Revision ?? 0,
            ContentHash = ContentHash,
            Decision = OrderDecision.Imported,
            SeenAt = now,
            RowVersion = (Known?.RowVersion ?? 0) + 1,
        };
    }
}
