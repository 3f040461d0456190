using JoorBus.Joor;

namespace JoorBus.Connections.SigningIn;

/// <summary>One connection's callers in this process: one of them at a time asks the database, or JOOR.</summary>
internal sealed class TokenGate
{
    public SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>The last token that was shared, and for which credentials.</summary>
    public KeptToken? Kept { get; set; }

    /// <summary>The last login that failed; those who waited for it take its answer instead of trying the same again.</summary>
    public FailedLogin? Failed { get; set; }
}

internal sealed record KeptToken(byte[] Fingerprint, JoorAccessToken Token)
{
    public bool Serves(byte[] fingerprint, string? refused, DateTimeOffset now) =>
        Token.ServesUntil > now && Token.Token != refused && Fingerprint.AsSpan().SequenceEqual(fingerprint);
}

internal sealed record FailedLogin(byte[] Fingerprint, JoorAnswer<JoorAccessToken> Answer);
