using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>The way of every call of v2 and v4: token, account, concurrency, credits, then delivery.</summary>
internal sealed class JoorRequestDoor(
    JoorSimulatorOptions options, JoorAccounts accounts, FaultyDelivery delivery, TimeProvider time)
{
    private readonly JoorCallers _callers = new(accounts);

    public async Task Handle(JoorExchange exchange)
    {
        var (http, now) = (exchange.Http, exchange.Request.ReceivedAt);
        exchange.Stays.Add(accounts.UnderWay.Enter()!);
        var caller = _callers.Of(exchange.Api, http.Request, now);
        exchange.Request = exchange.Request with { Credential = caller.Credential };
        if (caller.Account is not { } account)
        {
            await exchange.Refuse(caller.Status, caller.Refusal);
            return;
        }
        exchange.Request = exchange.Request with { AccountId = account.Id };
        http.Response.Headers["X-Throttling-Account-Id"] = account.Id;
        if (account.UnderWay.Enter(options.ConcurrencyLimit) is not { } stay)
        {
            exchange.Request = exchange.Request with { IsOverConcurrency = true };
            await exchange.Refuse(429, "Too many requests at once");
            return;
        }
        exchange.Stays.Add(stay);
        exchange.Request = exchange.Request with { AtOnce = stay.Place };
        var cost = HttpMethods.IsGet(http.Request.Method) ? 1 : 5;
        if (!account.Credits.TrySpend(cost, now, out var window))
        {
            exchange.Request = exchange.Request with { IsOverBudget = true, Window = window };
            await exchange.Refuse(429, "Too many requests");
            return;
        }
        exchange.Request = exchange.Request with { Credits = cost, Window = window };
        await delivery.Deliver(exchange, caller.Expire, (body, isHit) => Effect(exchange, account, body, isHit));
    }

    private JoorAnswer Effect(JoorExchange exchange, JoorAccount account, byte[] body, Func<bool> isHit)
    {
        var request = exchange.Http.Request;
        if (exchange.Api == JoorApi.V2 && options.RequiresMimeType && request.ContentType is null && request.Headers.Accept.Count == 0)
            return exchange.Refusal(415, "A content MIME type is required");
        var call = new JoorCall
        {
            Account = account,
            Options = options,
            Http = request,
            Request = exchange.Request,
            Body = body,
            Now = time.GetUtcNow(),
            LogId = exchange.LogId,
            Format = exchange.Format,
            IsHit = isHit,
        };
        lock (account.Gate)
        {
            account.Jobs.Advance(call.Now);
            return (exchange.Api == JoorApi.V2 ? V2Routes.Table : V4Routes.Table).Handle(call);
        }
    }
}
