using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>What becomes of order lines whose item goes. An order may be left without lines: JOOR says nothing of that.</summary>
internal sealed class LineCancelling(JoorCatalog catalog, JoorSimulatorOrders orders)
{
    /// <summary>A deleted style, colour or size goes from drafts, pending orders and approved ones that are not exported, for good.</summary>
    public void AfterDeleting() => orders.DropLines(catalog.IsDeleted, order => order.Status is JoorOrderStatus.Notes or JoorOrderStatus.Pending
        || (order.Status == JoorOrderStatus.Approved && order.Export != JoorExportState.Exported));

    /// <summary>An inactive colour or size goes from all orders that are not shipped, and comes back when it is active again.</summary>
    public void AfterStatus(CatalogSku sku)
    {
        orders.HideLines(line => catalog.Meant(line) is { } meant && IsOff(meant, sku), order => order.Status != JoorOrderStatus.Shipped);
        orders.ShowLines(line => catalog.Meant(line) is { IsActive: true });
    }

    private static bool IsOff(CatalogSku meant, CatalogSku changed) =>
        (meant.Color == changed.Color && !changed.Color.IsActive) || (meant.Size == changed.Size && !changed.Size.IsActive);
}
