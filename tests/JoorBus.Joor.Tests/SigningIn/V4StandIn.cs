using System.Net.Sockets;

namespace JoorBus.Joor.Tests;

/// <summary>JOOR's v4 with its token service: numbers the tokens it gives and accepts only those it still likes.</summary>
internal static class V4StandIn
{
    public static JoorStandIn Start(Func<string, bool> isLiked, Func<int, Func<Stream, Socket, Task>>? login = null)
    {
        var logins = 0;
        return new JoorStandIn((request, _) => request.StartsWith("POST /auth", StringComparison.Ordinal)
            ? (login ?? Token)(Interlocked.Increment(ref logins))
            : isLiked(request.Split("Authorization: Bearer ").ElementAtOrDefault(1)?.Split('\r')[0] ?? "")
                ? Answers.Json("""{"data":[],"errors":[]}""")
                : Answers.Status(401, """{"errors":[{"status":"UNAUTHORIZED","message":"expired","details":{}}]}"""));
    }

    public static Func<Stream, Socket, Task> Token(int number) =>
        Answers.Json($$"""{"access_token":"access-{{number}}","expires_in":36000,"refresh_expires_in":7776000,"refresh_token":"r","token_type":"Bearer"}""");

    public static IEnumerable<string> Logins(this JoorStandIn joor) => joor.Requests.Where(request => request.StartsWith("POST /auth", StringComparison.Ordinal));

    public static IEnumerable<string> Calls(this JoorStandIn joor) => joor.Requests.Where(request => !request.StartsWith("POST /auth", StringComparison.Ordinal));

    public static Gateway Gateway(JoorStandIn joor, Action<JoorOptions>? configure = null, Action<JoorConnectionOptions>? change = null) => new(
        joor.Url,
        options =>
        {
            (options.ApiVersion, options.Token, options.AccountId, options.TokenUrl) = (JoorApiVersion.V4, null, "ac 1", joor.Url.Replace("/v2", "/auth/", StringComparison.Ordinal));
            (options.ClientId, options.ClientSecret, options.Username, options.Password) = ("client", Tests.Gateway.ClientSecret, "user@example.com", Tests.Gateway.Password);
            change?.Invoke(options);
        },
        configure);
}
