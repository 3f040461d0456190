using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>The way of every v2 request: token, credits, fault, latency, effect, answer, log.</summary>
internal sealed class JoorRequestDoor(JoorSimulatorOptions options, JoorAccounts accounts, JoorFaults faults, RequestLog log, TimeProvider time)
{
    private static readonly Guid LogScope = new("6f0cd4a4-6d0f-5c1e-9a63-2f3a4d1b7e90");

    public async Task Handle(HttpContext http, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var now = time.GetUtcNow();
        var request = new JoorRequest
        {
            Number = log.Arrive(),
            ReceivedAt = now,
            Method = http.Request.Method,
            PathAndQuery = http.Request.Path + http.Request.QueryString,
            Credits = HttpMethods.IsGet(http.Request.Method) ? 1 : 5,
        };
        http.Response.Headers.Date = now.ToString("R");
        var account = accounts.Find(http.Request.Headers.Authorization.ToString());
        if (account is null)
        {
            await Answer(http, request with { Credits = 0 }, Refusal(401, "Invalid token", request), ending.Token);
            return;
        }
        request = request with { AccountId = account.Orders.AccountId };
        http.Response.Headers["X-Throttling-Account-Id"] = request.AccountId;
        if (options.IsThrottling && !account.Credits.TrySpend(request.Credits, now))
        {
            await Answer(http, request with { Credits = 0, IsOverBudget = true }, Refusal(429, "Too many requests", request), ending.Token);
            return;
        }
        var fault = faults.Draw(request.PathAndQuery);
        request = request with { Fault = fault?.Kind };
        await Linger(request, ending.Token);
        if (InsteadOfEffect(fault, request) is { } instead)
            await Answer(http, request, instead, ending.Token, fault);
        else if (fault?.Kind == JoorFaultKind.DropBeforeEffect)
            Drop(http, request);
        else
            await Spoil(http, request, Effect(http.Request, account, request), fault, ending.Token);
    }

    private async Task Linger(JoorRequest request, CancellationToken ending)
    {
        if (options.Latency <= TimeSpan.Zero)
            return;
        try
        {
            await Task.Delay(options.Latency, time, ending);
        }
        catch (OperationCanceledException)
        {
            // The client gave up: no effect, and no answer.
            log.Record(request);
            throw;
        }
    }

    private JoorAnswer Effect(HttpRequest http, JoorAccount account, JoorRequest request)
    {
        var path = http.Path.Value!.TrimEnd('/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path is not (["v2", "order"] or ["v2", "order", _]))
            return Refusal(404, "No such resource", request);
        if (!HttpMethods.IsGet(http.Method))
            return Refusal(405, "Orders can only be read", request);
        if (options.RequiresMimeType && http.ContentType is null && http.Headers.Accept.Count == 0)
            return Refusal(415, "A content MIME type is required", request);
        if (!OrderQueryReader.TryRead(path.ElementAtOrDefault(2), http.Query, options.PageSize, out var query, out var fault))
            return Refusal(400, fault, request);
        return JoorAnswers.Orders(account.Orders.Read(query, request.Number), query, options.Envelope, LogId(request));
    }

    private static JoorAnswer? InsteadOfEffect(JoorFault? fault, JoorRequest request) => fault?.Kind switch
    {
        JoorFaultKind.ServerError => Refusal(500, "Internal error", request),
        JoorFaultKind.Unavailable => Refusal(503, "Service unavailable", request),
        JoorFaultKind.TooManyRequests => Refusal(429, "Too many requests", request),
        JoorFaultKind.HtmlPage => JoorAnswers.HtmlPage(),
        _ => null,
    };

    private async Task Spoil(HttpContext http, JoorRequest request, JoorAnswer answer, JoorFault? fault, CancellationToken ending)
    {
        request = request with { OrdersRead = answer.OrdersRead, OrdersMarked = answer.OrdersMarked };
        switch (fault?.Kind)
        {
            case JoorFaultKind.DropAfterEffect:
                Drop(http, request);
                return;
            case JoorFaultKind.DropInAnswer:
                log.Record(request);
                http.Response.ContentLength = answer.Body.Length;
                await http.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2), ending);
                await http.Response.Body.FlushAsync(ending);
                http.Abort();
                return;
            case JoorFaultKind.CutOffJson:
                answer = answer with { Body = answer.Body[..(answer.Body.Length / 2)] };
                break;
            case JoorFaultKind.Garbage:
                answer = answer with { Body = faults.Garbage() };
                break;
            case JoorFaultKind.Slow:
                log.Record(request with { Status = answer.Status });
                await Task.Delay(fault.Delay, time, ending);
                await Write(http, answer, ending);
                return;
        }
        await Answer(http, request, answer, ending);
    }

    private async Task Answer(HttpContext http, JoorRequest request, JoorAnswer answer, CancellationToken ending, JoorFault? fault = null)
    {
        if (fault?.RetryAfter is { } wait)
            http.Response.Headers.RetryAfter = $"{(int)Math.Ceiling(wait.TotalSeconds)}";
        // Recorded first, so that whoever has the answer finds it in the ledger.
        log.Record(request with { Status = answer.Status });
        await Write(http, answer, ending);
    }

    private static async Task Write(HttpContext http, JoorAnswer answer, CancellationToken ending)
    {
        http.Response.StatusCode = answer.Status;
        http.Response.ContentType = answer.ContentType;
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(answer.Body, ending);
    }

    private void Drop(HttpContext http, JoorRequest request)
    {
        log.Record(request);
        http.Abort();
    }

    private static JoorAnswer Refusal(int status, string comment, JoorRequest request) => JoorAnswers.Fault(status, comment, LogId(request));

    private static Guid LogId(JoorRequest request) => Seeded.Id(LogScope, $"{request.Number}");
}
