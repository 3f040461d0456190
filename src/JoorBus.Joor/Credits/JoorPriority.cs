namespace JoorBus.Joor;

/// <summary>What credits are spent on; a part of them is kept for order reading.</summary>
public enum JoorPriority
{
    /// <summary>May use every credit.</summary>
    OrderReading,

    /// <summary>Stock, products and write-backs: everything but the part kept for order reading.</summary>
    Pushing,

    /// <summary>Reconciling and other work that can wait; same share as <see cref="Pushing"/>.</summary>
    Reconciling,
}
