namespace JoorBus.Orders.Polling;

/// <summary>What became of an order when it was read.</summary>
public enum OrderDecision
{
    /// <summary>Announced on the bus.</summary>
    Imported,

    /// <summary>Announced, and cancelled since.</summary>
    Cancelled,

    /// <summary>Older than the start date.</summary>
    Ignored,

    /// <summary>Not understood; see its reason.</summary>
    Unreadable,
}

/// <summary>What is stored of an order. <paramref name="RefusedHash"/> is that of an unreadable version which came after the import.</summary>
public sealed record KnownOrder(
    Guid OrderId,
    int Revision,
    byte[] ContentHash,
    OrderDecision Decision,
    DateTimeOffset? ModifiedAt,
    bool IsMarked,
    int RowVersion,
    byte[]? RefusedHash = null);
