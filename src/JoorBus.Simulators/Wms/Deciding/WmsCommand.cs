using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Comparing;

namespace JoorBus.Simulators.Wms;

/// <summary>The three commands in one shape.</summary>
internal sealed record WmsCommand(WmsCommandKind Kind, Guid OrderId, string Connection, string OrderNumber, int Revision, Guid Key, LedgerContent Content)
{
    private static readonly LedgerContent NoContent = new([], null);

    public static WmsCommand Of(CreateWmsOrder create) =>
        new(WmsCommandKind.Create, create.OrderId, create.Connection, create.Order.OrderNumber, create.Revision, create.IdempotencyKey, ContentOf(create.Order));

    public static WmsCommand Of(AmendWmsOrder amend) =>
        new(WmsCommandKind.Amend, amend.OrderId, amend.Connection, amend.Order.OrderNumber, amend.Revision, amend.IdempotencyKey, ContentOf(amend.Order));

    public static WmsCommand Of(CancelWmsOrder cancel) =>
        new(WmsCommandKind.Cancel, cancel.OrderId, cancel.Connection, cancel.OrderNumber, cancel.Revision, cancel.IdempotencyKey, NoContent);

    private static LedgerContent ContentOf(WmsOrder order) =>
        new([.. order.Lines.OrderBy(line => line.LineNumber).Select(line => new LedgerLine(line.LineNumber, line.Upc, line.Quantity))], order.Comments);
}
