using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>
/// Changes settings, name and secrets of a stored connection. What JOOR would notice is tested before it is stored, and acknowledged
/// only when no request with the old settings is under way.
/// </summary>
public sealed class ConnectionSetting(
    ConnectionStore store, ConfiguredConnections configured, ConnectionOpener opener, SecretSeal seal, ConnectionTrial trial, ConnectionSettling settling, TimeProvider clock,
    ILogger<ConnectionSetting> log)
{
    private const int Attempts = 5;

    /// <param name="name">Present name.</param>
    /// <param name="change">What is to change; all else stays.</param>
    /// <param name="untested">Stores it without asking JOOR.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<ConnectionOutcome> SetAsync(string name, ConnectionChange change, bool untested, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var surroundings = new Surroundings(configured, await store.LivingAsync(cancellationToken));
            var (stored, refusal) = surroundings.Find(name);
            if (stored is null)
                return refusal!;
            var (draft, wrong) = Draft(stored, change, surroundings);
            if (draft is null)
                return wrong!;
            if (change.Secrets.Values.Any(secret => secret is not null) && seal.TrySeal(stored.Id, "", "") is null)
                return new ConnectionOutcome.Refused(ConnectionAdding.NoKey);
            if (draft.IsAccessChanged && !untested && draft.ShutKeyId is { } keyId)
                return new ConnectionOutcome.Refused($"The secrets of '{stored.Name}' cannot be opened (key id {keyId}), so it cannot be tested; replace all its secrets, give this host that master key, or store it untested.");
            var tested = draft.IsAccessChanged && !untested ? await trial.RunAsync(draft.Options, cancellationToken) : null;
            if (tested is { Finding: { IsGood: false } finding })
                return new ConnectionOutcome.TestFailed(finding);
            if (await StoreAsync(stored, draft, change, tested, surroundings, cancellationToken) is not CommitOutcome.Committed)
                continue;
            ConnectionLog.Changed(log, stored.Name, stored.Key, string.Join(", ", Fields(change)), tested?.Finding.Kind ?? "none");
            return new ConnectionOutcome.Done(stored.Name, tested?.Finding, await SettleAsync(stored, draft, cancellationToken));
        }

        return new ConnectionOutcome.Refused("Others changed this connection at the same time; nothing was stored, try again.");
    }

    private (ConnectionDraft? Draft, ConnectionOutcome? Wrong) Draft(StoredConnection stored, ConnectionChange change, Surroundings surroundings)
    {
        var (draft, unreadable) = ConnectionDraft.Of(stored, opener.Open(stored), change);
        var faults = unreadable.Concat(ConnectionRules.Faults(draft.Options, surroundings.OthersThan(stored.Key))).ToList();
        if (draft.Options.Name != stored.Name && surroundings.ConfiguredBorrowers(stored.Name) is [var borrower, ..])
            faults.Add(new FieldFault("name", $"name cannot change: '{borrower.Name}', which comes from configuration, borrows concurrency from '{stored.Name}'."));
        return faults.Count > 0 ? (null, new ConnectionOutcome.Wrong(faults)) : (draft, null);
    }

    private Task<CommitOutcome> StoreAsync(
        StoredConnection stored, ConnectionDraft draft, ConnectionChange change, TestRow? tested, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var oldName = stored.Name;
        var along = new Dictionary<Guid, StoredConnection>();
        if (change.Settings.ContainsKey("borrowConcurrencyFrom") && surroundings.StoredLender(draft.Options.BorrowConcurrencyFrom) is { } lender)
            along[lender.Id] = lender;
        foreach (var borrower in draft.Options.Name == oldName ? [] : surroundings.StoredBorrowers(oldName))
        {
            borrower.Settings.BorrowConcurrencyFrom = draft.Options.Name;
            along[borrower.Id] = borrower;
        }

        (stored.Name, stored.Settings, stored.ChangedAt) = (draft.Options.Name, SettingsJson.Copy(draft.Options), clock.GetUtcNow());
        foreach (var (field, secret) in change.Secrets)
        {
            stored.Secrets.Remove(field);
            if (secret is not null)
                stored.Secrets[field] = seal.TrySeal(stored.Id, field, secret)!;
        }

        return store.CommitAsync(
            (documents, unit) =>
            {
                documents.Update(stored);
                foreach (var other in along.Values)
                    documents.Update(other);
                if (tested is not null)
                    unit.Write(ConnectionTrial.Store, tested);
            },
            cancellationToken);
    }

    private async Task<string?> SettleAsync(StoredConnection stored, ConnectionDraft draft, CancellationToken cancellationToken)
    {
        if (draft.IsAccessChanged)
            return await settling.DrainAsync(stored, cancellationToken);
        await settling.KnowAsync(stored.Key, cancellationToken);
        return null;
    }

    private static IEnumerable<string> Fields(ConnectionChange change) =>
        change.Settings.Select(setting => setting.Key).Concat(change.Secrets.Keys).Concat(change.Name is null ? [] : ["name"]);
}
