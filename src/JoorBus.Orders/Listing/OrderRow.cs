namespace JoorBus.Orders.Listing;

/// <summary>An order as lists show it.</summary>
public sealed record OrderRow(
    Guid OrderId,
    string Connection,
    string JoorOrderId,
    string? PurchaseOrder,
    string? CustomerCode,
    string? CustomerName,
    decimal? Total,
    string? Currency,
    int Revision,
    string State,
    string? WmsOrderId,
    string? Reason,
    DateTimeOffset SeenAt,
    bool IsExportMarked);

/// <summary>Which orders to list; null means any.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="State">A state of the saga, or Ignored or Unreadable; case does not matter.</param>
/// <param name="Text">JOOR order id, purchase order, WMS order id or customer (code, or part of the name).</param>
/// <param name="Silent">Only orders that the warehouse leaves unanswered.</param>
/// <param name="Limit">Most rows, newest first; 1 to 1,000.</param>
public sealed record OrderQuery(string? Connection = null, string? State = null, string? Text = null, bool Silent = false, int Limit = 50);
