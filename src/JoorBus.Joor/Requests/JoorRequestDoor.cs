using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>The one door to JOOR for one connection: every request passes breaker and limits, is signed and sent, repeated where safe, and logged once.</summary>
internal sealed class JoorRequestDoor(JoorSource source, JoorEntrance entrance, JoorBreaker breaker, JoorRepeats repeats, IOptions<JoorOptions> options, TimeProvider clock, ILogger logger)
{
    /// <summary>The connection as it is now; null when it is unknown, removed or disabled.</summary>
    public JoorConnection? Connection => source.Current;

    /// <summary>What waits between requests are measured by.</summary>
    public TimeProvider Clock => clock;

    /// <summary>Only cancellation throws, and a fault of <paramref name="read"/>.</summary>
    public async Task<JoorAnswer<T>> SendAsync<T>(JoorRequest request, Func<JoorBody, JoorAnswer<T>> read, CancellationToken cancellationToken)
    {
        var call = new JoorCall<T>(request, read, new JoorDeadline(TotalTimeout(request), clock));
        var last = (JoorAttempt<T>)await repeats.For(request.Kind).ExecuteAsync(
            static async (state, token) => (JoorAttempt)await state.Door.AttemptAsync(state.Call, token), (Door: this, Call: call), cancellationToken);
        var where = call.Where ?? Connection?.Describe(request) ?? $"{request.Verb} {request.Path} of connection '{source.Key}'";
        var answer = last.Answer with { Where = where, HttpStatus = last.Status, CreditsSpent = call.CreditsSpent };
        JoorDoorLog.Write(logger, source.Name, call, answer);
        return answer;
    }

    /// <summary>One attempt, and one more with a new login where JOOR refused the access token.</summary>
    private async Task<JoorAttempt<T>> AttemptAsync<T>(JoorCall<T> call, CancellationToken cancellationToken)
    {
        if (call is { Last: { } last, Deadline.IsOver: true })
            return last with { IsLast = true };
        var attempt = await TryAsync(call, cancellationToken);
        if (attempt.End == JoorAttemptEnd.TokenRefused && !call.Deadline.IsOver)
            attempt = await TryAsync(call, cancellationToken);
        return call.Deadline.IsOver ? attempt with { IsLast = true } : attempt;
    }

    private async Task<JoorAttempt<T>> TryAsync<T>(JoorCall<T> call, CancellationToken cancellationToken) =>
        call.Ended(breaker.Held<T>() ?? await entrance.PassAsync(call, source, breaker, cancellationToken));

    private TimeSpan TotalTimeout(JoorRequest request) => Connection is { } connection ? JoorTimes.InAll(request, connection.Options, options.Value) : TimeSpan.Zero;
}
