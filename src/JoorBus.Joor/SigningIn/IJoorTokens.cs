namespace JoorBus.Joor;

/// <summary>Access tokens of v4, shared by all copies: one login at a time per connection, and only where the stored token does not serve.</summary>
public interface IJoorTokens
{
    /// <summary>
    /// The shared token if it still serves and is not <paramref name="refused"/>; else logs in by <paramref name="login"/> while no other copy
    /// can, and shares what it brought. A failed login is not shared.
    /// </summary>
    /// <param name="connection">Options whose secrets the token belongs to; other secrets never get it.</param>
    /// <param name="refused">The token that JOOR has just refused; null otherwise.</param>
    /// <param name="login">Asks JOOR for a token.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<JoorAnswer<JoorAccessToken>> GetAsync(
        JoorConnectionOptions connection, string? refused, Func<CancellationToken, Task<JoorAnswer<JoorAccessToken>>> login, CancellationToken cancellationToken);
}

/// <summary>A bearer token and until when it serves, already shortened by the renewal margin. The token is a secret.</summary>
public sealed record JoorAccessToken(string Token, DateTimeOffset ServesUntil)
{
    public override string ToString() => $"token that serves until {ServesUntil:O}";
}
