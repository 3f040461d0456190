using System.Net;
using System.Net.Http.Headers;

namespace JoorBus.Joor;

/// <summary>One attempt: spend credits, authenticate, send, time out, and turn whatever happens into an outcome.</summary>
internal sealed class JoorWire(JoorConnection connection, IHttpClientFactory clients, IJoorCredits credits, JoorOptions options, TimeProvider clock)
{
    public const string ClientName = "joor";

    public async Task<JoorAttempt<T>> AttemptAsync<T>(JoorRequest request, Func<JoorBody, JoorAnswer<T>> read, CancellationToken cancellationToken)
    {
        var grant = await credits.SpendAsync(connection.Account, Cost(request), request.Priority, cancellationToken);
        if (grant is not JoorCreditGrant.Granted granted)
        {
            var until = ((JoorCreditGrant.NotBefore)grant).Until;
            return new JoorAttempt<T>(new JoorAnswer<T>.Throttled(until, ByJoor: false), 0, null);
        }
        using var timeout = new CancellationTokenSource(connection.Options.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = Message(request);
            using var client = clients.CreateClient(ClientName);
            using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Ended(request, granted, await ReadAsync(request, granted, response, read, either.Token));
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && JoorWireFaults.Explain<T>(fault, connection.Options, timeout.IsCancellationRequested) is not null)
        {
            var (answer, worthRepeating) = JoorWireFaults.Explain<T>(fault, connection.Options, timeout.IsCancellationRequested)!.Value;
            return Ended(request, granted, answer) with { WorthRepeating = worthRepeating };
        }
    }

    private static JoorAttempt<T> Ended<T>(JoorRequest request, JoorCreditGrant.Granted granted, JoorAnswer<T> answer) =>
        new(answer, Cost(request), granted.CreditsLeft, WorthRepeating: answer is JoorAnswer<T>.Failed);

    private static int Cost(JoorRequest request) => request.Verb == HttpMethod.Get ? 1 : 5;

    private HttpRequestMessage Message(JoorRequest request)
    {
        // JOOR does not process requests without a content type, and a content type needs a content: an empty one.
        var format = request.Version == JoorApiVersion.V4 ? JoorFormat.Json : connection.Options.Format;
        var payload = request.Body?.In(format) ?? new JoorPayload(ReadOnlyMemory<byte>.Empty, JoorFormats.MediaType(format));
        var content = new ReadOnlyMemoryContent(payload.Bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(payload.ContentType);
        var message = new HttpRequestMessage(request.Verb, new Uri(connection.BaseUrl.AbsoluteUri + request.Path + request.Query)) { Content = content };
        message.Headers.Accept.ParseAdd(JoorFormats.MediaType(request.Version == JoorApiVersion.V4 ? format : connection.Options.AnswerFormat ?? format));
        message.Headers.TryAddWithoutValidation("Authorization", connection.Authorization);
        return message;
    }

    private async Task<JoorAnswer<T>> ReadAsync<T>(
        JoorRequest request, JoorCreditGrant.Granted granted, HttpResponseMessage response, Func<JoorBody, JoorAnswer<T>> read, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return await ThrottledAsync<T>(response, cancellationToken);
        var body = await JoorBodies.ReadAsync(response.Content, connection.Options.MaxAnswerBytes, cancellationToken);
        if (!response.IsSuccessStatusCode)
            return JoorStatuses.Explain<T>(response, body.Bytes.Span, connection.Excerpt);
        if (!body.IsWhole)
            return TooLarge<T>(body.Bytes.Span);
        return read(new JoorBody(body.Bytes, response.Headers.Date, granted.CreditsLeft, connection.Describe(request.Verb, request.Path))
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Excerpt = connection.Excerpt,
        });
    }

    private JoorAnswer<T>.Unreadable TooLarge<T>(ReadOnlySpan<byte> start) => new(
        $"it is larger than {connection.Options.MaxAnswerBytes} bytes; lower PageSize or raise MaxAnswerBytes of the connection", connection.Excerpt.Of(start));

    private async Task<JoorAnswer<T>> ThrottledAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var until = JoorStatuses.RetryAfter(response.Headers.RetryAfter, options.ThrottleWait, clock.GetUtcNow());
        await credits.ExhaustedAsync(connection.Account, until, cancellationToken);
        return new JoorAnswer<T>.Throttled(until, ByJoor: true);
    }
}
