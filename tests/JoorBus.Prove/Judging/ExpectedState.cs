using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Prove.Judging;

/// <summary>The state that an order's saga must be in, given what both sides hold.</summary>
internal static class ExpectedState
{
    public static string For(JoorOrderEntry joor, WmsOrderEntry wms) => wms.Status switch
    {
        WmsOrderStatus.Shipped => "Shipped",
        WmsOrderStatus.Cancelled => "Cancelled",
        // A refused order that JOOR cancels needs no word to the warehouse.
        WmsOrderStatus.Rejected => joor.IsCancelled ? "Cancelled" : "Held",
        // Alive although cancelled, or with other content than JOOR's: the warehouse refused the change.
        WmsOrderStatus.Accepted => joor.IsCancelled || wms.Content != joor.Content ? "Held" : "Accepted",
        _ => "none: the warehouse was asked to change an order that it never got",
    };
}
