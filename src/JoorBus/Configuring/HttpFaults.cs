using System.Net;

namespace JoorBus.Configuring;

internal static class HttpFaults
{
    private const int ShortestToken = 24;

    public static IEnumerable<string> Of(HttpSettings http)
    {
        if (http.Token is { Length: < ShortestToken })
        {
            yield return $"JOORBUS__HTTP__TOKEN has {http.Token.Length} characters; allowed are {ShortestToken} or more, for example from: openssl rand -hex 24";
        }

        if (http.HealthUrl is { } health && !(Uri.TryCreate(health, UriKind.Absolute, out var answered) && answered.Scheme == Uri.UriSchemeHttp && IsLoopback(answered)))
        {
            yield return $"JOORBUS__HTTP__HEALTHURL is '{health}'; allowed is an http address of this machine alone, such as {HttpSettings.DefaultUrls}";
        }

        foreach (var text in http.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Uri.TryCreate(text.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url)
                || url.Scheme is not ("http" or "https"))
            {
                yield return $"JOORBUS__HTTP__URLS has '{text}', which is not an address; write {HttpSettings.DefaultUrls}";
            }
            else if (http.Token is null && !IsLoopback(url))
            {
                yield return $"JOORBUS__HTTP__URLS listens on '{text}', outside of this machine, without JOORBUS__HTTP__TOKEN; set a token, or listen on 127.0.0.1";
            }
        }
    }

    private static bool IsLoopback(Uri url) => url.IsLoopback || (IPAddress.TryParse(url.Host, out var address) && IPAddress.IsLoopback(address));
}
