namespace JoorBus.Joor;

/// <summary>What a request is for; lower values go first when several wait.</summary>
public enum JoorPriority
{
    /// <summary>May use every credit.</summary>
    OrderReading,

    /// <summary>Inventory. This and all below leave the part kept for order reading.</summary>
    Stock,

    /// <summary>Styles, products, prices, images, customers and write-backs.</summary>
    Products,

    /// <summary>Reconciling and other work that can wait: goes when nothing else does.</summary>
    Reconciling,
}
