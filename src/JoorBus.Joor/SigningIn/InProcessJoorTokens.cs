using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Joor;

/// <summary>Access tokens of one process, in memory only.</summary>
public sealed class InProcessJoorTokens(TimeProvider clock) : IJoorTokens
{
    private readonly ConcurrentDictionary<string, Place> _places = new(StringComparer.Ordinal);

    public async Task<JoorAnswer<JoorAccessToken>> GetAsync(
        JoorConnectionOptions connection, string? refused, Func<CancellationToken, Task<JoorAnswer<JoorAccessToken>>> login, CancellationToken cancellationToken)
    {
        var place = _places.GetOrAdd(connection.Key, static _ => new Place());
        var owner = Owner(connection);
        if (Serving(place, owner, refused) is { } token)
            return new JoorAnswer<JoorAccessToken>.Accepted(token, 0);
        await place.Turn.WaitAsync(cancellationToken);
        try
        {
            if (Serving(place, owner, refused) is { } brought)
                return new JoorAnswer<JoorAccessToken>.Accepted(brought, 0);
            var answer = await login(cancellationToken);
            if (answer is JoorAnswer<JoorAccessToken>.Accepted accepted)
                place.Kept = new Kept(owner, accepted.Value);
            return answer;
        }
        finally
        {
            place.Turn.Release();
        }
    }

    private JoorAccessToken? Serving(Place place, string owner, string? refused) =>
        place.Kept is { } kept && kept.Owner == owner && kept.Token.Token != refused && kept.Token.ServesUntil > clock.GetUtcNow() ? kept.Token : null;

    /// <summary>Whoever has these credentials at this address; a change of any of them makes it somebody else.</summary>
    private static string Owner(JoorConnectionOptions connection) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\0', connection.Environment, connection.TokenUrl, connection.ClientId, connection.ClientSecret, connection.Username, connection.Password))));

    private sealed class Place
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public volatile Kept? Kept;
    }

    private sealed record Kept(string Owner, JoorAccessToken Token);
}
