using JoorBus.Contracts.Inventory;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Consuming;

namespace JoorBus.Inventory.Pushing;

/// <summary>Tells others what JOOR took and refused, in the transaction that stores it.</summary>
internal sealed class PushEvents(OutboxPublisher publisher)
{
    private const int MostItems = 500;

    public async Task PublishAsync(UnitOfWork unit, Guid pushId, string connectionName, IReadOnlyList<SettledEntry> entries, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var (number, chunk) in entries.Where(entry => entry.Outcome == EntryOutcome.Passed).Chunk(MostItems).Index())
        {
            await publisher.PublishAsync(
                unit, new InventoryPushed { PushId = pushId, Connection = connectionName, PushedAt = at, Items = [.. chunk.Select(ToStock)] },
                NameBasedGuid.Create(pushId, $"pushed/{number}"), cancellationToken);
        }

        foreach (var (number, chunk) in entries.Where(entry => entry.Outcome is EntryOutcome.Refused or EntryOutcome.GivenUp).Chunk(MostItems).Index())
        {
            await publisher.PublishAsync(
                unit, new InventoryPushRefused { PushId = pushId, Connection = connectionName, RefusedAt = at, Items = [.. chunk.Select(ToStock)] },
                NameBasedGuid.Create(pushId, $"refused/{number}"), cancellationToken);
        }
    }

    private static PushedStock ToStock(SettledEntry entry)
    {
        var sent = entry.Entry.Slot;
        return new PushedStock
        {
            Sku = sent.Names.Sku,
            Upc = sent.Names.Upc,
            StyleNumber = sent.Names.StyleNumber,
            StyleIdentifier = sent.Names.StyleIdentifier,
            ColorCode = sent.Names.ColorCode,
            Size = sent.Names.Size,
            Warehouse = sent.Key.Warehouse,
            Date = sent.Key.IsImmediate ? null : sent.Key.Day,
            Quantity = sent.Wanted.Quantity,
            MadeToOrder = sent.Wanted.IsMadeToOrder ? true : null,
            Reason = entry.Outcome == EntryOutcome.Passed ? null : entry.Answer,
        };
    }
}
