using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory;

/// <summary>Tells the workers of every host that there is something to do. Part of the transaction that makes it.</summary>
internal sealed record InventoryWakeUp(string Schema)
{
    public const string Channel = "joorbus_inventory";

    public static readonly RowStatement<InventoryWakeUp> Notify = new(
        "inventory wake-up",
        RowExpectation.Any,
        $"select pg_notify('{Channel}', schema) from unnest($1) as r(schema)",
        RowColumn.Text<InventoryWakeUp>(row => row.Schema));
}
