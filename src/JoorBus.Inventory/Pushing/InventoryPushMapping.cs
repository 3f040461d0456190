using JoorBus.Persistence.Documents;

namespace JoorBus.Inventory.Pushing;

internal static class InventoryPushMapping
{
    /// <summary>Requests whose end is not stored, by connection.</summary>
    public static readonly DocumentIndex Open = new("open", "data ->> 'Connection'", "data ->> 'State' = 'Claimed'");

    public static readonly DocumentIndex Connection = new("connection", "data ->> 'Connection'");

    public static readonly DocumentMapping<InventoryPush> Mapping = new("inventorypush", push => push.Id, InventoryPushJson.Default.InventoryPush, Open, Connection);
}
