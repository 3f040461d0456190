namespace JoorBus.Joor;

/// <summary>Writes orders and their lines through v4; <see cref="JoorOrderReader"/> reads them.</summary>
public sealed class JoorOrders
{
    private readonly JoorRequestDoor _door;

    internal JoorOrders(JoorRequestDoor door) => _door = door;

    public Task<JoorAnswer<JoorBulk<JoorOrderDraft, JoorOrderReceipt>>> CreateAsync(IReadOnlyList<JoorOrderDraft> orders, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorOrderDraftShape.Create, orders, JoorOrderDraftShape.CheckNew, cancellationToken);

    /// <summary>Sets what is given of orders with an id: status, tracking number, export status …</summary>
    public Task<JoorAnswer<JoorBulk<JoorOrderDraft, JoorOrderReceipt>>> UpdateAsync(
        IReadOnlyList<JoorOrderDraft> orders, CancellationToken cancellationToken, JoorPriority priority = JoorPriority.Products) =>
        _door.SendAsync(JoorOrderDraftShape.Update, orders, (checks, order, where) => checks.Required("id", order.Id, where), cancellationToken, priority: priority);

    /// <summary>Adds lines; an item already on its order gets more units, so this is never repeated by itself.</summary>
    public Task<JoorAnswer<JoorBulk<JoorNewLineItem, JoorLineItemReceipt>>> AddLineItemsAsync(
        IReadOnlyList<JoorNewLineItem> items, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorLineItemShape.Create, items, JoorLineItemShape.Check, cancellationToken);

    /// <summary>Sets the quantities of lines.</summary>
    public Task<JoorAnswer<JoorBulk<JoorLineItemQuantity, JoorLineItemReceipt>>> SetQuantitiesAsync(
        IReadOnlyList<JoorLineItemQuantity> items, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorLineItemShape.Update, items, (checks, item, where) => checks.Required("id", item.Id, where), cancellationToken);
}
