using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Tests by reading one order, which costs one credit and marks nothing.</summary>
internal sealed class OrderReadTesting(JoorOrderReaderFactory readers) : IConnectionTesting
{
    public async Task<ConnectionFinding> TestAsync(JoorConnectionOptions connection, CancellationToken cancellationToken)
    {
        var answer = await readers.For(connection).TestAsync(cancellationToken);
        var advice = answer switch
        {
            JoorAnswer<JoorOrderPage>.Accepted => null,
            JoorAnswer<JoorOrderPage>.Throttled => "Test again after that time.",
            JoorAnswer<JoorOrderPage>.Unauthorised => "Correct its token or environment.",
            JoorAnswer<JoorOrderPage>.Unreachable => "Correct its base address, or the way from this machine to it.",
            JoorAnswer<JoorOrderPage>.NotFound or JoorAnswer<JoorOrderPage>.Unreadable => "Correct its base address; something else than JOOR's API answers there.",
            _ => "Try again later; if it stays, ask JOOR's support with the log id.",
        };
        return new ConnectionFinding(advice is null, advice is null ? "Good" : answer.GetType().Name, answer.Explain(), advice, 1);
    }
}
