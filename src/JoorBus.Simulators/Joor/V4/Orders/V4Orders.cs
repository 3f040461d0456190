namespace JoorBus.Simulators.Joor;

/// <summary>GET orders: no line items, as JOOR gives none.</summary>
internal static class V4Orders
{
    public static JoorAnswer Read(JoorCall call)
    {
        if (!V4OrderQuery.TryRead(call, out var query, out var fault))
            return V4List.Invalid(fault);
        var answer = V4List.Of(call, call.Account.Orders.Find(query), order => V4OrderJson.Of(order, call.Account));
        return answer with { OrdersRead = answer.Shown };
    }
}
