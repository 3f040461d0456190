using Microsoft.Extensions.Logging;

namespace JoorBus.Joor;

/// <summary>The one line per request; status 0 where no answer came. JOOR's words may quote bodies and people, so they appear on debug level only.</summary>
internal static partial class JoorDoorLog
{
    private const string None = "none";

    public static void Write<T>(ILogger logger, string connection, JoorCall<T> call, JoorAnswer<T> answer)
    {
        var level = answer is JoorAnswer<T>.Accepted ? LogLevel.Information : LogLevel.Warning;
        if (!logger.IsEnabled(level))
            return;
        var took = call.Deadline.Elapsed.TotalMilliseconds;
        var (request, last) = (call.Request, call.Last);
        if (answer is JoorAnswer<T>.Accepted)
            Accepted(logger, connection, request.Verb, request.Endpoint, call.Attempts, call.CreditsSpent, last?.CreditsLeft, took, answer.LogId ?? None);
        else
            NotAccepted(logger, connection, request.Verb, request.Endpoint, Outcome(answer), last?.Status ?? 0, call.Attempts, call.CreditsSpent, last?.CreditsLeft, took, answer.LogId ?? None, Why(answer));
        if (level == LogLevel.Warning && logger.IsEnabled(LogLevel.Debug))
            Explained(logger, answer.Explain());
    }

    private static string Outcome<T>(JoorAnswer<T> answer) =>
        answer is JoorAnswer<T>.Unauthorised { IsForbidden: true } ? "Forbidden" : answer.GetType().Name;

    /// <summary>Our own words only.</summary>
    private static string Why<T>(JoorAnswer<T> answer) => answer switch
    {
        JoorAnswer<T>.Unreachable away => away.Reason,
        JoorAnswer<T>.OutcomeUnknown unknown => unknown.Reason,
        JoorAnswer<T>.Unreadable unreadable => unreadable.Reason,
        JoorAnswer<T>.Throttled throttled => throttled.ByJoor ? "JOOR answered 429" : "no slot or credits in time",
        JoorAnswer<T>.Unauthorised { Denial: JoorDenial.Login } => "the login was refused",
        JoorAnswer<T>.Unauthorised { Denial: JoorDenial.Missing } missing => missing.Reason,
        _ => "JOOR's words are in the answer and on debug level",
    };

    [LoggerMessage(1, LogLevel.Information,
        "JOOR {Connection} {Verb} {Path}: Accepted after {Attempts} attempt(s), {CreditsSpent} credits spent, {CreditsLeft} left, {DurationMs:0} ms, log id {LogId}")]
    private static partial void Accepted(
        ILogger logger, string connection, HttpMethod verb, string path, int attempts, int creditsSpent, int? creditsLeft, double durationMs, string logId);

    [LoggerMessage(2, LogLevel.Warning,
        "JOOR {Connection} {Verb} {Path}: {Outcome}, status {Status}, after {Attempts} attempt(s), {CreditsSpent} credits spent, {CreditsLeft} left, {DurationMs:0} ms, log id {LogId}: {Why}")]
    private static partial void NotAccepted(
        ILogger logger, string connection, HttpMethod verb, string path, string outcome, int status, int attempts, int creditsSpent, int? creditsLeft, double durationMs,
        string logId, string why);

    [LoggerMessage(3, LogLevel.Debug, "{Explanation}")]
    private static partial void Explained(ILogger logger, string explanation);
}
