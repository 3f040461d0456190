using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Tests through the gateway: one credit per API version, nothing is marked.</summary>
internal sealed class GatewayTesting(JoorConnectionTest test) : IConnectionTesting
{
    public async Task<ConnectionFinding> TestAsync(JoorConnectionOptions connection, CancellationToken cancellationToken)
    {
        var result = await test.RunAsync(connection, cancellationToken);
        return new ConnectionFinding(result.IsGood, result.Kind.ToString(), result.Sentence, result.Advice, result.CreditsSpent);
    }
}
