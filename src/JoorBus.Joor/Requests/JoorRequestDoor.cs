using Microsoft.Extensions.Logging;
using Polly;

namespace JoorBus.Joor;

/// <summary>The one door to JOOR: every request waits for its slot, is attempted, repeated where that is safe, and logged once.</summary>
internal sealed partial class JoorRequestDoor(
    JoorConnection connection, JoorWire wire, JoorSlots slots, JoorRepeats repeats, TimeProvider clock, ILogger<JoorRequestDoor> logger)
{
    public async Task<JoorAnswer<T>> SendAsync<T>(JoorRequest request, Func<JoorBody, JoorAnswer<T>> read, CancellationToken cancellationToken)
    {
        using var slot = await slots.EnterAsync(connection.Account, request.Path, cancellationToken);
        var started = clock.GetTimestamp();
        var (attempts, spent) = (0, 0);
        var pipeline = request.Kind == JoorRequestKind.Read ? repeats.Pipeline<T>() : ResiliencePipeline<JoorAttempt<T>>.Empty;
        var last = await pipeline.ExecuteAsync(
            async token =>
            {
                var attempt = await wire.AttemptAsync(request, read, token);
                (attempts, spent) = (attempts + 1, spent + attempt.CreditsSpent);
                return attempt;
            },
            cancellationToken);
        var answer = last.Answer with { Where = connection.Describe(request.Verb, request.Path) };
        Log(request, answer, attempts, spent, last.CreditsLeft, clock.GetElapsedTime(started));
        return answer;
    }

    private void Log<T>(JoorRequest request, JoorAnswer<T> answer, int attempts, int spent, int? left, TimeSpan took)
    {
        var outcome = answer.GetType().Name;
        if (answer is JoorAnswer<T>.Accepted)
            Accepted(connection.Name, request.Verb, request.Path, outcome, attempts, spent, left, took.TotalMilliseconds, answer.LogId);
        else
            NotAccepted(connection.Name, request.Verb, request.Path, outcome, attempts, spent, left, took.TotalMilliseconds, answer.LogId, answer.Explain());
    }

    [LoggerMessage(1, LogLevel.Information,
        "JOOR {Connection} {Verb} {Path}: {Outcome} after {Attempts} attempt(s), {CreditsSpent} credits spent, {CreditsLeft} left, {DurationMs:0} ms, log id {LogId}")]
    private partial void Accepted(
        string connection, HttpMethod verb, string path, string outcome, int attempts, int creditsSpent, int? creditsLeft, double durationMs, string? logId);

    [LoggerMessage(2, LogLevel.Warning,
        "JOOR {Connection} {Verb} {Path}: {Outcome} after {Attempts} attempt(s), {CreditsSpent} credits spent, {CreditsLeft} left, {DurationMs:0} ms, log id {LogId}. {Explanation}")]
    private partial void NotAccepted(
        string connection, HttpMethod verb, string path, string outcome, int attempts, int creditsSpent, int? creditsLeft, double durationMs, string? logId,
        string explanation);
}
