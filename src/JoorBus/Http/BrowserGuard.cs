using System.Net;
using JoorBus.Configuring;

namespace JoorBus.Http;

/// <summary>
/// Keeps pages of other sites that a browser on this machine shows from driving the API: their requests name their origin, and a
/// name that was pointed at this machine is no name of this machine.
/// </summary>
internal sealed class BrowserGuard(RequestDelegate next, HttpSettings settings)
{
    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
            return next(context);
        // With a token a page would have to know it; without one the address is all there is.
        if (settings.Token is null && !IsThisMachine(request.Host.Host))
            return context.RefuseAsync(StatusCodes.Status403Forbidden, "Without JOORBUS__HTTP__TOKEN this server answers only to localhost, 127.0.0.1 and [::1]; ask it by one of these, or set a token");
        if (!IsOwnPage(request))
            return context.RefuseAsync(StatusCodes.Status403Forbidden, "The request comes from a web page of another site, which may not use this server");
        return next(context);
    }

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static bool IsOwnPage(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
            return false;
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
