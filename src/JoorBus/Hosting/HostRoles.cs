namespace JoorBus.Hosting;

/// <summary>What a host does. Every role may run in any number of copies.</summary>
[Flags]
public enum HostRoles
{
    None = 0,

    /// <summary>Polls JOOR, translates and tracks orders.</summary>
    Orders = 1,

    /// <summary>Serves the HTTP API.</summary>
    Web = 2,

    /// <summary>Takes stock from the warehouse and pushes it to JOOR.</summary>
    Inventory = 4,

    /// <summary>Takes styles from the brand's system and pushes them to JOOR.</summary>
    Products = 8,

    All = Orders | Web | Inventory | Products,
}
