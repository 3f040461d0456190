using System.Collections.Concurrent;
using JoorBus.Joor;
using JoorBus.Persistence;

namespace JoorBus.Connections.SigningIn;

/// <summary>
/// Access tokens of v4 in PostgreSQL, for all copies. Whoever logs in holds the connection's row meanwhile; the others wait for the
/// row and find the new token in it. A copy that dies lets go of the row.
/// </summary>
public sealed class SharedJoorTokens(Database database, TimeProvider clock) : IJoorTokens
{
    private readonly ConcurrentDictionary<string, TokenGate> _gates = new(StringComparer.Ordinal);

    public async Task<JoorAnswer<JoorAccessToken>> GetAsync(
        JoorConnectionOptions connection, string? refused, Func<CancellationToken, Task<JoorAnswer<JoorAccessToken>>> login, CancellationToken cancellationToken)
    {
        var fingerprint = TokenKeys.Fingerprint(connection);
        var gate = _gates.GetOrAdd($"{connection.Key} {Convert.ToHexString(fingerprint)}", _ => new TokenGate());
        if (Kept(gate, fingerprint, refused) is { } known)
            return known;
        var failedBefore = gate.Failed;
        await gate.Turn.WaitAsync(cancellationToken);
        try
        {
            if (Kept(gate, fingerprint, refused) is { } fresh)
                return fresh;
            // Twenty callers with a wrong password must not be twenty failed logins: JOOR may lock the user out.
            if (gate.Failed is { } failed && !ReferenceEquals(failed, failedBefore) && failed.Fingerprint.AsSpan().SequenceEqual(fingerprint))
                return failed.Answer;
            return await ShareAsync(gate, new TokenWish(connection, fingerprint, refused), login, cancellationToken);
        }
        finally
        {
            gate.Turn.Release();
        }
    }

    private JoorAnswer<JoorAccessToken>.Accepted? Kept(TokenGate gate, byte[] fingerprint, string? refused) =>
        gate.Kept is { } kept && kept.Serves(fingerprint, refused, clock.GetUtcNow()) ? new(kept.Token, 0) : null;

    private async Task<JoorAnswer<JoorAccessToken>> ShareAsync(
        TokenGate gate, TokenWish wish, Func<CancellationToken, Task<JoorAnswer<JoorAccessToken>>> login, CancellationToken cancellationToken)
    {
        await using var row = await TokenRow.LockAsync(database, wish, cancellationToken);
        if (row.Stored is { } stored && new KeptToken(wish.Fingerprint, stored).Serves(wish.Fingerprint, wish.Refused, clock.GetUtcNow()))
        {
            gate.Kept = new KeptToken(wish.Fingerprint, stored);
            return new JoorAnswer<JoorAccessToken>.Accepted(stored, 0);
        }

        var answer = await login(cancellationToken);
        if (answer is JoorAnswer<JoorAccessToken>.Accepted(var token, _))
        {
            await row.StoreAsync(token, cancellationToken);
            gate.Kept = new KeptToken(wish.Fingerprint, token);
        }
        else
        {
            gate.Failed = new FailedLogin(wish.Fingerprint, answer);
        }

        return answer;
    }
}

/// <summary>For whom a token is wanted, and which one is no good.</summary>
internal sealed record TokenWish(JoorConnectionOptions Connection, byte[] Fingerprint, string? Refused)
{
    public override string ToString() => $"token of '{Connection.Name}'";
}
