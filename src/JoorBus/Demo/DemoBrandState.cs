using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Demo;

/// <summary>How one brand stands, by both ledgers.</summary>
internal sealed record DemoBrandState(string Connection, int Orders, int Exported, int InWms, int Shipped, int Cancelled, int Requests, bool IsClean)
{
    public static DemoBrandState Of(DemoBrand brand, JoorAccountLedger account, JoorLedger joor, WmsLedger wms)
    {
        var ours = wms with { Orders = [.. wms.Orders.Where(order => order.Connection == brand.Connection)] };
        return new DemoBrandState(
            brand.Connection,
            account.Orders.Count,
            account.Orders.Count(order => order.Export == JoorExportState.Exported),
            ours.Orders.Count(order => order.Status != WmsOrderStatus.Unknown),
            ours.CountOf(WmsOrderStatus.Shipped),
            ours.CountOf(WmsOrderStatus.Cancelled),
            joor.Requests.Count(request => request.AccountId == brand.AccountId),
            LedgerComparison.Of(brand.Connection, account, ours).IsClean);
    }
}
