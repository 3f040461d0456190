using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Pushing;

/// <summary>How images are asked for where they lie, which is never at JOOR: from anywhere, or from public addresses only.</summary>
internal static class ImageClients
{
    public const string PublicOnly = "images";
    public const string Any = "images-anywhere";

    public static IServiceCollection AddImageClients(this IServiceCollection services)
    {
        foreach (var name in new[] { PublicOnly, Any })
        {
            services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
                .ConfigurePrimaryHttpMessageHandler(() => Handler(isPublicOnly: name == PublicOnly))
                .RemoveAllLoggers();
        }

        return services;
    }

    private static SocketsHttpHandler Handler(bool isPublicOnly)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 5, UseCookies = false, UseProxy = false };
        if (isPublicOnly)
            handler.ConnectCallback = ConnectAsync;
        return handler;
    }

    // Checked at the address that is really connected to, after every redirect, so no name can lead elsewhere.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (addresses.Length == 0 || addresses.Any(PublicAddress.IsNot))
            throw new PrivateAddressException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is none that JOOR could reach.</summary>
internal sealed class PrivateAddressException : Exception;
