using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Joor;

/// <summary>Lets attempts in: waits for a permit under the newest settings, and gives it back however the attempt ended.</summary>
internal sealed partial class JoorEntrance(
    IJoorLimits limits, JoorWire wire, IOptions<JoorOptions> options, IOptions<JoorLimitOptions> costs, ILogger<JoorEntrance> logger)
{
    private const int MostRefreshes = 5;

    public async Task<JoorAttempt<T>> PassAsync<T>(JoorCall<T> call, JoorSource source, JoorBreaker breaker, CancellationToken cancellationToken)
    {
        var connection = source.Current;
        for (var refreshed = 0; connection is not null; refreshed++)
        {
            var wanted = Wanted(call, connection, source.Lender(connection));
            var answer = await limits.EnterAsync(wanted, cancellationToken);
            if (answer is JoorPermitAnswer.Granted granted)
                return await UseAsync(call, new JoorPass(connection, wanted.Credits, granted.CreditsLeft), granted.Permit, breaker, cancellationToken);
            if (answer is JoorPermitAnswer.NotBefore later)
                return new JoorAttempt<T>(new JoorAnswer<T>.Throttled(later.Until, ByJoor: false), JoorAttemptEnd.Held);
            if (refreshed == MostRefreshes)
                return Held<T>("its settings are being changed; try again in a moment");
            connection = await source.RefreshAsync(cancellationToken);
        }
        return Held<T>("there is no such connection, or it is disabled; see joorbus connections list");
    }

    private async Task<JoorAttempt<T>> UseAsync<T>(JoorCall<T> call, JoorPass pass, IJoorPermit permit, JoorBreaker breaker, CancellationToken cancellationToken)
    {
        JoorAttempt<T>? attempt = null;
        try
        {
            attempt = await breaker.RunAsync(static (state, token) => state.Wire.ExchangeAsync(state.Call, state.Pass, token), (Wire: wire, Call: call, Pass: pass), cancellationToken);
            return JoorRepeatRules.IsNeverSent(attempt.End)
                ? attempt with { CreditsLeft = pass.CreditsLeft + pass.Credits }
                : attempt with { CreditsSpent = pass.Credits, CreditsLeft = pass.CreditsLeft };
        }
        finally
        {
            await ReleaseAsync(permit, pass.End(attempt), pass.Connection.Name);
        }
    }

    /// <summary>An answer that JOOR gave is not lost because the limits could not be told.</summary>
    private async ValueTask ReleaseAsync(IJoorPermit permit, JoorPermitEnd end, string connection)
    {
        try
        {
            await permit.ReleaseAsync(end);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            NotReleased(fault, connection);
        }
    }

    private JoorPermitRequest Wanted<T>(JoorCall<T> call, JoorConnection connection, JoorConnectionOptions lender)
    {
        var request = call.Request;
        var isV4 = request.Version == JoorApiVersion.V4;
        return new JoorPermitRequest
        {
            Connection = connection.Options.Key,
            Revision = connection.Options.Revision,
            Account = connection.Account,
            Group = lender.Key,
            Concurrency = lender.Concurrency,
            Endpoint = isV4 || connection.Options.OneAtATime ? $"{(isV4 ? "v4" : "v2")} {request.Verb} {request.Endpoint}" : null,
            Credits = request.Verb == HttpMethod.Get ? costs.Value.ReadCredits : costs.Value.WriteCredits,
            Priority = request.Priority,
            Patience = call.Deadline.Shorten(request.Patience ?? (request.Priority == JoorPriority.OrderReading ? options.Value.OrderReadingPatience : options.Value.Patience)),
            LongestAttempt = JoorTimes.Attempt(request, connection.Options, options.Value) + (isV4 ? JoorTimes.Login(connection.Options) : TimeSpan.Zero),
        };
    }

    private static JoorAttempt<T> Held<T>(string reason) => new(new JoorAnswer<T>.Unreachable(reason, JoorObstacle.Settings), JoorAttemptEnd.Held);

    [LoggerMessage(12, LogLevel.Error, "JOOR {Connection}: a permit could not be given back; its slot stays taken until the limits notice")]
    private partial void NotReleased(Exception fault, string connection);
}
