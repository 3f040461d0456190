using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using JoorBus.Products.Checking;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Asks for the type and size of an image where it lies, so that JOOR need not refuse it. Addresses come from messages: this machine and private networks
/// are asked only where the connection itself lies on this machine, as in a demo.
/// </summary>
internal sealed class ImageLook : IDisposable
{
    private const string Private = "lies on this machine or in a private network, which JOOR cannot reach";

    private readonly TimeSpan _timeout;
    private readonly TimeProvider _clock;
    private readonly HttpClient _public;
    private readonly HttpClient _local;

    public ImageLook(IOptions<ProductOptions> options, TimeProvider clock)
    {
        (_timeout, _clock) = (options.Value.ImageTimeout, clock);
        (_public, _local) = (Client(isPublicOnly: true), Client(isPublicOnly: false));
    }

    public async Task<ImageFacts> LookAsync(Uri address, bool mayBeLocal, CancellationToken cancellationToken)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return new ImageFacts { Trouble = "is no http or https address" };
        using var limit = new CancellationTokenSource(_timeout, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await AskAsync(mayBeLocal ? _local : _public, address, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ImageFacts { Trouble = $"did not answer within {_timeout.TotalSeconds:0} s" };
        }
        catch (HttpRequestException fault)
        {
            return new ImageFacts { Trouble = fault.InnerException is PrivateAddressException ? Private : $"cannot be reached ({fault.HttpRequestError})" };
        }
    }

    public void Dispose()
    {
        _public.Dispose();
        _local.Dispose();
    }

    private static async Task<ImageFacts> AskAsync(HttpClient client, Uri address, CancellationToken cancellationToken)
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        using var answer = await client.SendAsync(head, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (answer.IsSuccessStatusCode && answer.Content.Headers.ContentLength is not null)
            return Facts(answer.Content.Headers, answer.Content.Headers.ContentLength);
        // Some servers know no HEAD, or give no length with it: the first byte tells both.
        using var get = new HttpRequestMessage(HttpMethod.Get, address);
        get.Headers.Range = new RangeHeaderValue(0, 0);
        using var part = await client.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return part.IsSuccessStatusCode
            ? Facts(part.Content.Headers, part.Content.Headers.ContentRange?.Length ?? part.Content.Headers.ContentLength)
            : new ImageFacts { Trouble = $"answered {(int)part.StatusCode}" };
    }

    private static ImageFacts Facts(HttpContentHeaders headers, long? length) => new() { MediaType = headers.ContentType?.MediaType, Length = length };

    private static HttpClient Client(bool isPublicOnly)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = true, MaxAutomaticRedirections = 5, UseCookies = false, UseProxy = false };
        if (isPublicOnly)
            handler.ConnectCallback = ConnectAsync;
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
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

    private sealed class PrivateAddressException : Exception;
}
