using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Tests.Wms;

/// <summary>Commands about one order, as a bus would send them: the key follows from order and revision.</summary>
internal sealed class Commands(int order = 1, string connection = "linen")
{
    public Guid OrderId { get; } = new(order, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public string OrderNumber { get; } = order.ToString(CultureInfo.InvariantCulture);

    public CreateWmsOrder Create(int revision = 1, int quantity = 5, Guid? key = null) => new()
    {
        OrderId = OrderId,
        Connection = connection,
        Revision = revision,
        IdempotencyKey = key ?? Key(revision),
        Order = Content(quantity),
    };

    public AmendWmsOrder Amend(int revision = 2, int quantity = 6) =>
        new() { OrderId = OrderId, Connection = connection, Revision = revision, IdempotencyKey = Key(revision), Order = Content(quantity) };

    public CancelWmsOrder Cancel(int revision = 3) =>
        new() { OrderId = OrderId, Connection = connection, Revision = revision, IdempotencyKey = Key(revision), OrderNumber = OrderNumber };

    private Guid Key(int revision) => new(order, (short)revision, 1, [0, 0, 0, 0, 0, 0, 0, 0]);

    private WmsOrder Content(int quantity) => new()
    {
        OrderNumber = OrderNumber,
        Customer = new JoorCustomer { Name = "Harrow & Finch" },
        Lines = [new WmsOrderLine { LineNumber = 1, Upc = "812340001012", Quantity = quantity }],
    };
}
