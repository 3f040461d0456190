using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>An event (with its notice) or an answer.</summary>
public sealed record TrackMessage(Delivery Delivery, Guid OrderId, OrderNotice? Notice, string? WmsOrderId)
{
    public Guid MessageId => Delivery.MessageId;

    public static TrackMessage Read(Delivery delivery)
    {
        if (delivery.Exchange == TwinTopology.OrderReceived)
        {
            var notice = JsonSerializer.Deserialize(delivery.Body, PathJson.Default.OrderNotice)!;
            return new TrackMessage(delivery, notice.OrderId, notice, null);
        }
        var answer = JsonSerializer.Deserialize(delivery.Body, ContractsJson.Default.WmsOrderAccepted)!;
        return new TrackMessage(delivery, answer.OrderId, null, answer.WmsOrderId);
    }

    public OutgoingMessage Again() => new("", TwinTopology.TrackQueue, MessageId, Delivery.Body);
}
