namespace JoorBus.Simulators.Joor;

/// <summary>GET order: a list or one, with v2's export mark.</summary>
internal static class V2Orders
{
    public static JoorAnswer Read(JoorCall call) =>
        OrderQueryReader.TryRead(call.Places.ElementAtOrDefault(0), call.Http.Query, call.Options.PageSize, out var query, out var fault)
            ? OrderListAnswer.Of(call.Account.Orders.Read(query, call.Request.Number), query, call.Options.Envelope, call.LogId, call.Format)
            : call.Refuse(400, fault);
}
