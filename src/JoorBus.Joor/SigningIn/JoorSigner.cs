namespace JoorBus.Joor;

/// <summary>Gives a request its authorization: v2's fixed token, or v4's access token, for which it logs in when needed.</summary>
internal sealed class JoorSigner(IJoorTokens tokens, JoorLogin login, TimeProvider clock)
{
    public ValueTask<JoorSignature<T>> SignAsync<T>(JoorConnection connection, JoorApiVersion version, string? refused, CancellationToken cancellationToken) =>
        version == JoorApiVersion.V4 ? SignV4Async<T>(connection, refused, cancellationToken)
        : ValueTask.FromResult(connection.Authorization is { } authorization
            ? new JoorSignature<T>(authorization, null, null)
            : JoorSignature<T>.Missing("the connection has no v2 token; set its Token, or use v4"));

    private async ValueTask<JoorSignature<T>> SignV4Async<T>(JoorConnection connection, string? refused, CancellationToken cancellationToken)
    {
        if (!connection.Options.HasV4Credentials)
            return JoorSignature<T>.Missing("the connection has no v4 credentials; set its AccountId, ClientId, ClientSecret, Username and Password");
        using var turn = new CancellationTokenSource(JoorTimes.Login(connection.Options), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(turn.Token, cancellationToken);
        try
        {
            var answer = await tokens.GetAsync(connection.Options, refused, token => login.RunAsync(connection, token), either.Token);
            return answer is JoorAnswer<JoorAccessToken>.Accepted { Value: var access }
                ? new JoorSignature<T>("Bearer " + access.Token, access.Token, null)
                : new JoorSignature<T>("", null, Unsigned<T>(answer));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new JoorSignature<T>("", null, Away<T>("another login of this connection did not end in time"));
        }
    }

    /// <summary>However the login ended, the request itself was never sent.</summary>
    private static JoorAttempt<T> Unsigned<T>(JoorAnswer<JoorAccessToken> answer) => answer switch
    {
        JoorAnswer<JoorAccessToken>.Unauthorised or JoorAnswer<JoorAccessToken>.Refused => new JoorAttempt<T>(answer.Of<T>(), JoorAttemptEnd.Held),
        JoorAnswer<JoorAccessToken>.Throttled throttled => new JoorAttempt<T>(throttled.Of<T>(), JoorAttemptEnd.Held),
        JoorAnswer<JoorAccessToken>.Unreachable { Obstacle: JoorObstacle.Certificate or JoorObstacle.Tls } => new JoorAttempt<T>(answer.Of<T>(), JoorAttemptEnd.TlsFailed),
        JoorAnswer<JoorAccessToken>.Unreachable => new JoorAttempt<T>(answer.Of<T>(), JoorAttemptEnd.NeverSent),
        _ => Away<T>(answer.Explain().TrimEnd('.')),
    };

    private static JoorAttempt<T> Away<T>(string reason) =>
        new(new JoorAnswer<T>.Unreachable($"the login brought no token: {reason}", JoorObstacle.Login), JoorAttemptEnd.NeverSent);
}

/// <summary>The authorization header, or the attempt's end when there is none.</summary>
internal readonly record struct JoorSignature<T>(string Authorization, string? AccessToken, JoorAttempt<T>? Failure)
{
    public static JoorSignature<T> Missing(string reason) =>
        new("", null, new JoorAttempt<T>(new JoorAnswer<T>.Unauthorised(reason) { Denial = JoorDenial.Missing }, JoorAttemptEnd.Held));

    // Never the header itself.
    public override string ToString() => Failure is null ? "signed" : "not signed";
}
