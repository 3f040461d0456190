using System.Diagnostics;
using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>Asks JOOR's token service for an access token: POST of client and user, password grant.</summary>
internal sealed partial class JoorLogin(JoorTransports transports, IOptions<JoorOptions> options, TimeProvider clock, ILogger<JoorLogin> logger)
{
    private const long LongestAnswer = 1 << 20;

    public async Task<JoorAnswer<JoorAccessToken>> RunAsync(JoorConnection connection, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var answer = await AskAsync(connection, cancellationToken) with { Where = $"POST {connection.Hosts.Token} of connection '{connection.Name}'" };
        var level = answer is JoorAnswer<JoorAccessToken>.Accepted ? LogLevel.Information : LogLevel.Warning;
        if (logger.IsEnabled(level))
            Log(logger, level, connection.Name, connection.Hosts.Token.Host, answer.GetType().Name, clock.GetElapsedTime(started).TotalMilliseconds);
        return answer;
    }

    private async Task<JoorAnswer<JoorAccessToken>> AskAsync(JoorConnection connection, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(connection.Options.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, connection.Hosts.Token) { Content = Fields(connection.Options) };
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
            using var response = await transports.For(connection.Options).SendAsync(message, either.Token);
            using var body = await JoorReadBody.ReadAsync(response.Content, LongestAnswer, either.Token);
            return body.IsWhole ? Read(connection, response, body.Bytes) : new JoorAnswer<JoorAccessToken>.Unreadable("it is larger than any token", "");
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new JoorAnswer<JoorAccessToken>.OutcomeUnknown($"no answer within {connection.Options.RequestTimeout.TotalSeconds:0.###} s (RequestTimeout)");
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested && JoorWireFaults.Explain<JoorAccessToken>(fault, connection.Name) is not null)
        {
            return (JoorWireFaults.Explain<JoorAccessToken>(fault, connection.Name) ?? throw new UnreachableException()).Answer;
        }
    }

    private JoorAnswer<JoorAccessToken> Read(JoorConnection connection, HttpResponseMessage response, ReadOnlyMemory<byte> body)
    {
        if (response.IsSuccessStatusCode)
            return JoorLoginAnswers.Token(body, connection, options.Value.RenewalMargin, clock.GetUtcNow());
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            var wait = JoorStatuses.RetryAfter(response.Headers.RetryAfter, clock.GetUtcNow()) ?? options.Value.BreakerDuration;
            return new JoorAnswer<JoorAccessToken>.Throttled(clock.GetUtcNow() + wait, ByJoor: true);
        }
        if (response.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden))
            return JoorStatuses.Explain<JoorAccessToken>(response, body.Span, connection.Excerpt);
        var words = JoorLoginAnswers.Refusal(body, connection) ?? JoorErrorWords.Of(body.Span, connection.Excerpt).Words;
        return new JoorAnswer<JoorAccessToken>.Unauthorised($"status {(int)response.StatusCode}, {words}") { Denial = JoorDenial.Login };
    }

    private HttpContent Fields(JoorConnectionOptions connection)
    {
        (string Name, string Value)[] fields =
        [
            ("client_id", connection.ClientId ?? ""), ("grant_type", "password"), ("client_secret", connection.ClientSecret ?? ""),
            ("username", connection.Username ?? ""), ("password", connection.Password ?? ""),
        ];
        if (options.Value.LoginForm == JoorLoginForm.Form)
            return new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), $"\"{name}\"");
        return parts;
    }

    [LoggerMessage(EventId = 11, Message = "JOOR {Connection} logs in at {Host}: {Outcome}, {DurationMs:0} ms")]
    private static partial void Log(ILogger logger, LogLevel level, string connection, string host, string outcome, double durationMs);
}
