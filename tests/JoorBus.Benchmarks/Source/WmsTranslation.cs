using JoorBus.Contracts.Orders;
using JoorBus.Orders.Translating;

namespace JoorBus.Benchmarks.Source;

/// <summary>The same translation for every contender that does not bring its own.</summary>
public static class WmsTranslation
{
    public static Guid CommandId(Guid eventId) => UuidV5.Create(eventId, "create-wms-order");

    public static CreateWmsOrder Translate(JoorOrderReceived received) => new()
    {
        OrderId = received.OrderId,
        Connection = received.Connection,
        Revision = received.Revision,
        IdempotencyKey = UuidV5.Create(received.OrderId, $"create:{received.Revision}"),
        Order = WmsOrderTranslator.Translate(received.Order),
    };
}
