using JoorBus.Contracts.Inventory;
using JoorBus.Messaging.Failing;
using MassTransit;

namespace JoorBus.Inventory.Receiving;

/// <summary>Messages of levels that <see cref="LevelReceiveFilter"/> left alone: refuses them with the reason, or stores them one by one.</summary>
internal sealed class InventoryChangedConsumer(LevelStore store, ScopeKeys scopes, TimeProvider clock) : IConsumer<InventoryChanged>
{
    public async Task Consume(ConsumeContext<InventoryChanged> context)
    {
        var scope = await scopes.RequireAsync(context.Message.Connection, context.CancellationToken).ConfigureAwait(false);
        var levels = LevelReading.Read(context.Message, scope, clock.GetUtcNow()) switch
        {
            LevelsRead.Rows read => read.Levels,
            LevelsRead.Refused refused => throw new RefusedMessageException(refused.Sentence),
            var other => throw new InvalidOperationException($"unknown outcome {other.GetType().Name}"),
        };
        await store.StoreAsync(LevelMerging.Merge(levels)).ConfigureAwait(false);
    }
}
