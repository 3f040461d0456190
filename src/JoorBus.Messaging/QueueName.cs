namespace JoorBus.Messaging;

/// <summary>The names of queues that others bind to or script against. Frozen.</summary>
public static class QueueName
{
    /// <summary>The WMS's own queue: the three order commands.</summary>
    public const string WmsOrders = "wms-orders";

    /// <summary>Where the dead letters of a queue wait.</summary>
    public static string ErrorsOf(string queue) => $"{queue}_error";

    internal static string Of(Uri address) => address.AbsolutePath[(address.AbsolutePath.LastIndexOf('/') + 1)..];
}
