using System.Net.Http.Headers;

namespace JoorBus.Joor;

/// <summary>HTTP status to outcome, for every status that is neither success nor 429.</summary>
internal static class JoorStatuses
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    public static JoorAnswer<T> Explain<T>(HttpResponseMessage response, ReadOnlySpan<byte> body, JoorExcerpt excerpt)
    {
        var status = (int)response.StatusCode;
        var (words, logId) = JoorErrorWords.Of(body, excerpt);
        JoorAnswer<T> answer = status switch
        {
            401 => new JoorAnswer<T>.Unauthorised(Sentence(status, words)),
            403 => new JoorAnswer<T>.Unauthorised(Sentence(status, words)) { Denial = JoorDenial.Right },
            404 => new JoorAnswer<T>.NotFound { Words = words },
            >= 300 and < 400 => new JoorAnswer<T>.Refused($"status {status} sends us elsewhere ({excerpt.Of(HostOf(response))}); the BaseUrl is not JOOR's API or a proxy stands in between"),
            >= 500 => new JoorAnswer<T>.Failed(status, words.Length == 0 ? "no words" : words),
            _ => new JoorAnswer<T>.Refused(Sentence(status, words)),
        };
        return answer with { LogId = logId };
    }

    /// <summary>JOOR's advice kept between a second and an hour; null without advice.</summary>
    public static TimeSpan? RetryAfter(RetryConditionHeaderValue? advice, DateTimeOffset now) =>
        (advice?.Delta ?? (advice?.Date - now)) is not { } wait ? null : wait < ShortestWait ? ShortestWait : wait > LongestWait ? LongestWait : wait;

    private static string Sentence(int status, string words) => words.Length == 0 ? $"status {status}" : $"status {status}, \"{words}\"";

    private static string HostOf(HttpResponseMessage response) => response.Headers.Location is { IsAbsoluteUri: true } to ? to.Host : "same host";
}
