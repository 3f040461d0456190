using JoorBus.Joor;

namespace JoorBus.Checking;

/// <summary>Whether JOOR lets each connection in. Costs one credit each.</summary>
internal sealed class ConnectionCheck(JoorOrderReaderFactory readers, IReadOnlyList<JoorConnectionOptions> connections)
{
    public async Task<IReadOnlyList<CheckRow>> RunAsync(CancellationToken cancellationToken)
    {
        if (connections.Count == 0)
        {
            return [CheckRow.Note("JOOR", "no connection is configured", "Set JOORBUS__CONNECTIONS__0__NAME and JOORBUS__CONNECTIONS__0__TOKEN.")];
        }

        return await Task.WhenAll(connections.Select(connection => TryAsync(connection, cancellationToken)));
    }

    private async Task<CheckRow> TryAsync(JoorConnectionOptions connection, CancellationToken cancellationToken)
    {
        var what = $"JOOR '{connection.Name}'";
        var answer = await readers.For(connection).TestAsync(cancellationToken);
        return answer switch
        {
            JoorAnswer<JoorOrderPage>.Accepted => CheckRow.Ok(what, answer.Explain()),
            JoorAnswer<JoorOrderPage>.Throttled => CheckRow.Note(what, answer.Explain(), "Check again after that time."),
            JoorAnswer<JoorOrderPage>.Unauthorised => CheckRow.Failed(what, answer.Explain(), "Correct its TOKEN or ENVIRONMENT."),
            JoorAnswer<JoorOrderPage>.Unreachable => CheckRow.Failed(what, answer.Explain(), "Correct its BASEURL, or the way from this machine to it."),
            JoorAnswer<JoorOrderPage>.NotFound or JoorAnswer<JoorOrderPage>.Unreadable => CheckRow.Failed(what, answer.Explain(), "Correct its BASEURL; something else than JOOR's API answers there."),
            _ => CheckRow.Failed(what, answer.Explain(), "Try again later; if it stays, ask JOOR's support with the log id."),
        };
    }
}
