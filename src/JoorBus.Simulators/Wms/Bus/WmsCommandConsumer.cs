using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Simulators.Wms;

/// <summary>Takes the commands off the bus and publishes the warehouse's answers. The effect comes before the wait, as in a slow warehouse.</summary>
public sealed class WmsCommandConsumer(WmsSimulator wms) : IConsumer<CreateWmsOrder>, IConsumer<AmendWmsOrder>, IConsumer<CancelWmsOrder>
{
    public Task Consume(ConsumeContext<CreateWmsOrder> context) => Answer(context, wms.Receive(context.Message));

    public Task Consume(ConsumeContext<AmendWmsOrder> context) => Answer(context, wms.Receive(context.Message));

    public Task Consume(ConsumeContext<CancelWmsOrder> context) => Answer(context, wms.Receive(context.Message));

    private async Task Answer(ConsumeContext context, WmsReply reply)
    {
        if (reply.Latency > TimeSpan.Zero)
            await Task.Delay(reply.Latency, wms.Time, context.CancellationToken);
        foreach (var answer in reply.Answers)
        {
            var withId = Pipe.Execute<PublishContext>(send => send.MessageId = answer.MessageId);
            await context.Publish(answer.Message, answer.Message.GetType(), withId, context.CancellationToken);
        }
    }
}
