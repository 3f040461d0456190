using Microsoft.AspNetCore.Http;

namespace JoorBus.Simulators.Joor;

/// <summary>Opens an exchange for each request, and ends it whatever happens.</summary>
internal sealed class JoorArrival(RequestLog log, TimeProvider time)
{
    public async Task Receive(HttpContext http, JoorApi api, Func<JoorExchange, Task> handle, CancellationToken stopping)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var now = time.GetUtcNow();
        http.Response.Headers.Date = now.ToString("R");
        var exchange = new JoorExchange(
            http,
            api,
            new JoorRequest
            {
                Number = log.Arrive(),
                ReceivedAt = now,
                Method = http.Request.Method,
                PathAndQuery = http.Request.Path + http.Request.QueryString,
            },
            log,
            ending.Token);
        try
        {
            await handle(exchange);
        }
        finally
        {
            exchange.End();
        }
    }
}
