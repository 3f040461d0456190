namespace JoorBus.Inventory;

/// <summary>Queues of this slice. Frozen: renaming a class never moves a queue.</summary>
public static class InventoryQueues
{
    /// <summary>Levels, singly or many together.</summary>
    public const string Receive = "inventory-receive";

    /// <summary>Beginnings and ends of full counts.</summary>
    public const string Count = "inventory-count";

    /// <summary>Orders of JOOR, whose quantities may be subtracted.</summary>
    public const string Subtract = "inventory-subtract";
}
