using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Products;
using MassTransit;

namespace JoorBus.Simulators.Wms;

/// <summary>Hears what became of stock and styles, as a warehouse does that shows it to people.</summary>
public sealed class WmsPushConsumer(WmsSimulator wms)
    : IConsumer<InventoryPushed>, IConsumer<InventoryPushRefused>, IConsumer<ProductPushed>, IConsumer<ProductPushRefused>
{
    public Task Consume(ConsumeContext<InventoryPushed> context) => Hear(context, id => wms.Pushes.Hear(id, stock: context.Message.Items.Count));

    public Task Consume(ConsumeContext<InventoryPushRefused> context) => Hear(context, id => wms.Pushes.Hear(id, stockRefused: context.Message.Items.Count));

    public Task Consume(ConsumeContext<ProductPushed> context) => Hear(context, id => wms.Pushes.Hear(id, styles: 1));

    public Task Consume(ConsumeContext<ProductPushRefused> context) => Hear(context, id => wms.Pushes.Hear(id, stylesRefused: 1));

    private static Task Hear(ConsumeContext context, Action<Guid> hear)
    {
        hear(context.MessageId ?? Guid.Empty);
        return Task.CompletedTask;
    }
}

internal sealed class WmsPushConsumerDefinition : ConsumerDefinition<WmsPushConsumer>
{
    public WmsPushConsumerDefinition() => EndpointName = WmsSimulatorRegistration.PushEndpoint;
}
