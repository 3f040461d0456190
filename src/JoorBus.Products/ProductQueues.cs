namespace JoorBus.Products;

/// <summary>Queues of this slice. Frozen: renaming a class never moves a queue.</summary>
public static class ProductQueues
{
    /// <summary>Styles that changed or shall go.</summary>
    public const string Receive = "products-receive";

    /// <summary>Orders of JOOR, counted so that a removal can say which it would cancel.</summary>
    public const string Count = "products-count";
}
