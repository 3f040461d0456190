using System.Globalization;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>
/// Removes a stored connection: its secrets are wiped, a tombstone keeps its key from being used again. Refused while others borrow
/// from it, or while anything hangs on it that was not named.
/// </summary>
public sealed class ConnectionRemoving(
    ConnectionStore store, ConfiguredConnections configured, IEnumerable<IConnectionUse> uses, ConnectionSettling settling, TimeProvider clock, ILogger<ConnectionRemoving> log)
{
    private const int Attempts = 5;

    internal static readonly RowStatement<ForgottenToken> ForgetToken = new(
        "joor_tokens forget", RowExpectation.Any, "delete from joor_tokens t using unnest($1) as r(key) where t.key = r.key", RowColumn.Text<ForgottenToken>(row => row.Key));

    /// <param name="name">Present name.</param>
    /// <param name="evenWith">What may hang on it all the same, such as <c>orders</c>; that stays stored.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ConnectionOutcome> RemoveAsync(string name, IReadOnlyCollection<string> evenWith, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var surroundings = new Surroundings(configured, await store.LivingAsync(cancellationToken));
            var (stored, refusal) = surroundings.Find(name);
            if (stored is null)
                return refusal!;
            var used = await UsesAsync(stored.Key, cancellationToken);
            if (Against(stored, surroundings, used, evenWith) is { } sentence)
                return new ConnectionOutcome.Refused(sentence);
            (stored.IsRemoved, stored.IsEnabled, stored.ChangedAt) = (true, false, clock.GetUtcNow());
            (stored.Secrets, stored.Settings) = ([], new JoorConnectionOptions { RequestTimeout = stored.Settings.RequestTimeout });
            if (await StoreAsync(stored, cancellationToken) is not CommitOutcome.Committed)
                continue;
            ConnectionLog.Removed(log, stored.Name, stored.Key, used.Count == 0 ? "nothing" : string.Join(", ", used.Select(use => $"{use.Total} {use.What}")));
            return new ConnectionOutcome.Done(stored.Name, null, await settling.DrainAsync(stored, cancellationToken));
        }

        return new ConnectionOutcome.Refused("Others changed this connection at the same time; nothing was removed, try again.");
    }

    private static string? Against(StoredConnection stored, Surroundings surroundings, List<ConnectionUse> used, IReadOnlyCollection<string> evenWith)
    {
        var borrowers = ConnectionRules.Borrowers(stored.Name, surroundings.OthersThan(stored.Key)).Select(borrower => $"'{borrower.Name}'").ToList();
        if (borrowers.Count > 0)
            return $"{string.Join(", ", borrowers)} borrow{(borrowers.Count == 1 ? "s" : "")} concurrency from '{stored.Name}'; change that first, for example with: joorbus connections set NAME --borrow-concurrency-from none";
        var unnamed = used.Where(use => !evenWith.Contains(use.What, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unnamed.Count == 0)
            return null;
        var what = string.Join(" and ", unnamed.Select(use => string.Create(CultureInfo.InvariantCulture, $"{use.Total} {use.What} ({use.Open} open)")));
        return $"'{stored.Name}' has {what}. They stay stored, but nobody follows them in JOOR any more; to remove it all the same: joorbus connections remove '{stored.Name}' --even-with {string.Join(',', unnamed.Select(use => use.What))}. To only stop it: joorbus connections disable '{stored.Name}'";
    }

    private async Task<List<ConnectionUse>> UsesAsync(string key, CancellationToken cancellationToken)
    {
        var found = new List<ConnectionUse>();
        foreach (var use in uses)
            found.Add(await use.OfAsync(key, cancellationToken));
        return [.. found.Where(use => use.Total > 0)];
    }

    private Task<CommitOutcome> StoreAsync(StoredConnection stored, CancellationToken cancellationToken) =>
        store.CommitAsync(
            (documents, unit) =>
            {
                documents.Update(stored);
                unit.Write(ForgetToken, new ForgottenToken(stored.Key));
            },
            cancellationToken);
}

internal sealed record ForgottenToken(string Key);
