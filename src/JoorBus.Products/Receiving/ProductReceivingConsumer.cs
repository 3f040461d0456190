using JoorBus.Contracts.Products;
using JoorBus.Persistence.Committing;
using MassTransit;

namespace JoorBus.Products.Receiving;

/// <summary>Takes in styles and removals. What a repetition or a late message says is already known, so it changes nothing.</summary>
internal sealed class ProductReceivingConsumer(UnitOfWork unit, ProductConnections connections, TimeProvider clock) : IConsumer<ProductChanged>, IConsumer<ProductRemoved>
{
    public Task Consume(ConsumeContext<ProductChanged> context)
    {
        unit.Write(ReceivedProduct.Store, ProductReading.Read(context.Message, connections.KeyOf, clock.GetUtcNow()));
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<ProductRemoved> context)
    {
        unit.Write(ReceivedRemoval.Store, ProductReading.Read(context.Message, connections.KeyOf, clock.GetUtcNow()));
        return Task.CompletedTask;
    }
}
