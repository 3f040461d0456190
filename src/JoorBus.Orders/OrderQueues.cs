namespace JoorBus.Orders;

/// <summary>Queues of this slice. Frozen: renaming a class never moves a queue.</summary>
public static class OrderQueues
{
    /// <summary>New orders become commands to the warehouse.</summary>
    public const string Translate = "orders-translate";

    /// <summary>The saga of each order.</summary>
    public const string Track = "orders-track";

    /// <summary>Orders in JOOR that cannot be read.</summary>
    public const string PollErrors = "orders-poll_error";
}
