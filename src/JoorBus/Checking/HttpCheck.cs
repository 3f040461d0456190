using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using JoorBus.Configuring;
using JoorBus.Http;

namespace JoorBus.Checking;

/// <summary>Whether the addresses to listen on are free, or held by a JoorBus.</summary>
internal sealed class HttpCheck(IHttpClientFactory clients, HttpSettings settings)
{
    public const string ClientName = "joorbus-check";

    public async Task<IReadOnlyList<CheckRow>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<CheckRow>();
        foreach (var url in HttpUrls.Of(settings.Urls))
        {
            rows.Add(await TryAsync(url, cancellationToken));
        }

        return rows;
    }

    private async Task<CheckRow> TryAsync(Uri url, CancellationToken cancellationToken)
    {
        var what = $"http {url.GetLeftPart(UriPartial.Authority)}";
        if (WhyNotFree(url) is not { } fault)
        {
            return CheckRow.Ok(what, "free");
        }

        if (fault is SocketError.AddressNotAvailable or SocketError.AccessDenied)
        {
            var why = fault == SocketError.AccessDenied ? "this user may not listen there" : "this machine has no such address";
            return CheckRow.Failed(what, why, $"Set JOORBUS__HTTP__URLS to an address of this machine, such as {HttpSettings.DefaultUrls}.");
        }

        return await IsJoorBusAsync(url, cancellationToken)
            ? CheckRow.Ok(what, "a JoorBus answers there")
            : CheckRow.Failed(what, "another program listens there", "Stop it, or set JOORBUS__HTTP__URLS to a free port.");
    }

    private static SocketError? WhyNotFree(Uri url)
    {
        var address = IPAddress.TryParse(url.IdnHost, out var parsed) ? parsed : IPAddress.Loopback;
        using var listener = new TcpListener(address, url.Port);
        try
        {
            listener.Start();
            return null;
        }
        catch (SocketException fault)
        {
            return fault.SocketErrorCode;
        }
    }

    private async Task<bool> IsJoorBusAsync(Uri url, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            var text = await client.GetStringAsync(new Uri(HttpUrls.ToReach(url), "/health/live"), cancellationToken);
            return JsonSerializer.Deserialize(text, ApiJson.Default.Health) is { Status: "live" };
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
