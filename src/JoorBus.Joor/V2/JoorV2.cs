namespace JoorBus.Joor;

/// <summary>JOOR's v2, "Advanced Integration Suite"; orders are read by <see cref="JoorOrderReader"/>.</summary>
public sealed class JoorV2
{
    internal JoorV2(JoorRequestDoor door, TimeProvider clock)
    {
        Inventory = new JoorInventory(door);
        Styles = new JoorStyles(door);
        BulkStyles = new JoorBulkStyles(door, clock);
        Images = new JoorImages(door);
        Categories = new JoorCategories(door);
        Customers = new JoorCustomers(door, clock);
    }

    public JoorInventory Inventory { get; }

    public JoorStyles Styles { get; }

    public JoorBulkStyles BulkStyles { get; }

    public JoorImages Images { get; }

    public JoorCategories Categories { get; }

    public JoorCustomers Customers { get; }
}
