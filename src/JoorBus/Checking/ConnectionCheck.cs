using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using Npgsql;

namespace JoorBus.Checking;

/// <summary>Whether JOOR lets each connection in: those from configuration and, where a database answers, the stored ones. Costs a credit or two each.</summary>
internal sealed class ConnectionCheck(IConnectionTesting testing, IReadOnlyList<JoorConnectionOptions> configured, ConnectionStore store, ConnectionOpener opener)
{
    public async Task<IReadOnlyList<CheckRow>> RunAsync(CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(cancellationToken);
        return configured.Count + stored.Count == 0
            ? [CheckRow.Note("JOOR", "there is no connection", "Add one to a running host with: joorbus connections add; or set JOORBUS__CONNECTIONS__0__NAME and JOORBUS__CONNECTIONS__0__TOKEN.")]
            : await Task.WhenAll(configured.Select(one => TryAsync(one, cancellationToken)).Concat(stored.Select(one => CheckAsync(one, cancellationToken))));
    }

    // No database or no table yet: DatabaseCheck says so.
    private async Task<IReadOnlyList<StoredConnection>> StoredAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.LivingAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            return [];
        }
    }

    private async Task<CheckRow> CheckAsync(StoredConnection stored, CancellationToken cancellationToken)
    {
        var what = What(stored.Name);
        if (configured.Any(one => Same(one.Name, stored.Name) || Same(one.Key, stored.Key)))
            return CheckRow.Note(what, "the stored one is hidden by the one of that name or key from configuration", "Remove one of the two.");
        if (!stored.IsEnabled)
            return CheckRow.Note(what, "disabled", $"Nothing, or: joorbus connections enable '{stored.Name}'");
        var (options, missing) = opener.Open(stored);
        return options is null
            ? CheckRow.Failed(what, $"its secrets cannot be opened (key id {missing})", "Give this host that master key in JOORBUS__MASTERKEYFILE, or replace the secrets.")
            : await TryAsync(options, cancellationToken);
    }

    private async Task<CheckRow> TryAsync(JoorConnectionOptions connection, CancellationToken cancellationToken)
    {
        var what = What(connection.Name);
        var finding = await testing.TestAsync(connection, cancellationToken);
        return finding.IsGood ? CheckRow.Ok(what, finding.Sentence)
            : finding.Kind == nameof(JoorTestKind.Throttled) ? CheckRow.Note(what, finding.Sentence, finding.Advice)
            : CheckRow.Failed(what, finding.Sentence, finding.Advice ?? "Try again later.");
    }

    private static string What(string name) => $"JOOR '{name}'";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
