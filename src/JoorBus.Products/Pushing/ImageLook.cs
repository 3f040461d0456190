using System.Net.Http.Headers;
using JoorBus.Products.Checking;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Asks for the type and size of an image where it lies, so that JOOR need not refuse it. Addresses come from messages: this machine and private networks
/// are asked only where the connection itself lies on this machine, as in a demo.
/// </summary>
internal sealed class ImageLook(IHttpClientFactory clients, IOptions<ProductOptions> options, TimeProvider clock)
{
    private const string Private = "lies on this machine or in a private network, which JOOR cannot reach";

    private readonly TimeSpan _timeout = options.Value.ImageTimeout;

    public async Task<ImageFacts> LookAsync(Uri address, bool mayBeLocal, CancellationToken cancellationToken)
    {
        if (!address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
            return new ImageFacts { Trouble = "is no http or https address" };
        using var limit = new CancellationTokenSource(_timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(mayBeLocal ? ImageClients.Any : ImageClients.PublicOnly);
            return await AskAsync(client, address, either.Token);
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
}
