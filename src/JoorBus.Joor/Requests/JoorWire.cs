using System.Net;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>One exchange under a permit: sign, send, time out, read, and turn whatever happens into an outcome.</summary>
internal sealed class JoorWire(JoorTransports transports, JoorSigner signer, IOptions<JoorOptions> options, TimeProvider clock)
{
    private const string AccountHeader = "X-Throttling-Account-Id";
    private const int LongestAccount = 64;

    public async Task<JoorAttempt<T>> ExchangeAsync<T>(JoorCall<T> call, JoorPass pass, CancellationToken cancellationToken)
    {
        var signature = await signer.SignAsync<T>(pass.Connection, call.Request.Version, call.RefusedToken, cancellationToken);
        if (signature.Failure is { } unsigned)
            return unsigned;
        var wish = JoorTimes.Attempt(call.Request, pass.Connection.Options, options.Value);
        var allowed = call.Deadline.Shorten(wish);
        using var timeout = new CancellationTokenSource(allowed, clock);
        using var either = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeout);
        using var message = JoorMessages.Write(pass.Connection, call.Request, signature.Authorization);
        JoorAttempt<T>? Explain(Exception fault) =>
            cancellationToken.IsCancellationRequested ? null
            : fault is OperationCanceledException && timeout.IsCancellationRequested
                ? new JoorAttempt<T>(new JoorAnswer<T>.OutcomeUnknown(call.Deadline.Explain(allowed, wish)), JoorAttemptEnd.TimedOut)
            : JoorWireFaults.Explain<T>(fault, pass.Connection.Name);
        try
        {
            using var response = await transports.For(pass.Connection.Options).SendAsync(message, timeout.Token);
            pass.IsAnswered = true;
            pass.CountedAccount = response.Headers.TryGetValues(AccountHeader, out var accounts) ? JoorExcerpt.Line(accounts.First(), LongestAccount) : null;
            return await ReadAsync(call, pass, signature, response, timeout.Token);
        }
        catch (Exception fault) when (Explain(fault) is not null)
        {
            var attempt = Explain(fault)!;
            return ((JoorContent)message.Content!).IsBegun ? attempt : NeverSent(attempt);
        }
    }

    /// <summary>Whatever broke or ran out, it did before a byte of the request was sent.</summary>
    private static JoorAttempt<T> NeverSent<T>(JoorAttempt<T> attempt) => attempt.Answer is JoorAnswer<T>.OutcomeUnknown unknown
        ? new JoorAttempt<T>(new JoorAnswer<T>.Unreachable($"no connection was made: {unknown.Reason}"), JoorAttemptEnd.NeverSent)
        : attempt;

    private async Task<JoorAttempt<T>> ReadAsync<T>(
        JoorCall<T> call, JoorPass pass, JoorSignature<T> signature, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new JoorAttempt<T>(Throttled<T>(pass, response), JoorAttemptEnd.Answered) { Status = 429 };
        using var body = await JoorReadBody.ReadAsync(response.Content, pass.Connection.Options.MaxAnswerBytes, cancellationToken);
        var excerpt = signature.AccessToken is { } secret ? pass.Connection.Excerpt.With(secret) : pass.Connection.Excerpt;
        var status = (int)response.StatusCode;
        var answer = !response.IsSuccessStatusCode && !(call.Request.ReadsRefusals && status is 400 or 404 or 409 or 422) ? JoorStatuses.Explain<T>(response, body.Bytes.Span, excerpt)
            : body.IsWhole ? call.Read(Body(call, pass, excerpt, response, body.Bytes))
            : TooLarge<T>(body.Bytes.Span, pass.Connection.Options, excerpt);
        var isRenewable = status == 401 && signature.AccessToken is not null && call.RefusedToken is null;
        var end = isRenewable ? JoorAttemptEnd.TokenRefused : status >= 500 ? JoorAttemptEnd.Failed : JoorAttemptEnd.Answered;
        return new JoorAttempt<T>(answer with { CountedAccount = pass.CountedAccount }, end) { Status = status, RefusedToken = isRenewable ? signature.AccessToken : null };
    }

    private static JoorBody Body<T>(JoorCall<T> call, JoorPass pass, JoorExcerpt excerpt, HttpResponseMessage response, ReadOnlyMemory<byte> bytes) =>
        new(bytes, response.Headers.Date, pass.CreditsLeft, call.Describe(pass.Connection))
        {
            MediaType = response.Content.Headers.ContentType?.MediaType,
            Status = (int)response.StatusCode,
            Connection = pass.Connection,
            Excerpt = excerpt,
        };

    private static JoorAnswer<T>.Unreadable TooLarge<T>(ReadOnlySpan<byte> start, JoorConnectionOptions connection, JoorExcerpt excerpt) => new(
        $"it is larger than {connection.MaxAnswerBytes} bytes; lower PageSize or raise MaxAnswerBytes of the connection", excerpt.Of(start));

    private JoorAnswer<T>.Throttled Throttled<T>(JoorPass pass, HttpResponseMessage response)
    {
        var now = clock.GetUtcNow();
        var advice = JoorStatuses.RetryAfter(response.Headers.RetryAfter, now);
        pass.Exhausted = new JoorExhausted(advice);
        return new JoorAnswer<T>.Throttled(now + (advice ?? options.Value.ThrottleWait), ByJoor: true) { CountedAccount = pass.CountedAccount };
    }
}
