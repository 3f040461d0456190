using System.Globalization;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Managing;

/// <summary>Adds a connection: checked, tested against JOOR, then stored with its secrets sealed.</summary>
public sealed class ConnectionAdding(
    ConnectionStore store, ConfiguredConnections configured, SecretSeal seal, ConnectionTrial trial, ConnectionSettling settling, TimeProvider clock, ILogger<ConnectionAdding> log)
{
    private const int Attempts = 5;

    internal static string NoKey { get; } = $"Secrets are stored only under a master key, and this host has none; {MasterKeyOptions.HowToMake}. Connections from configuration work without.";

    /// <param name="change">Name, settings and secrets.</param>
    /// <param name="untested">Stores it without asking JOOR.</param>
    /// <param name="cancellationToken">Gives up; nothing is stored then, unless it was already.</param>
    public async Task<ConnectionOutcome> AddAsync(ConnectionChange change, bool untested, CancellationToken cancellationToken)
    {
        var (options, unreadable) = SettingsPatch.Apply(new JoorConnectionOptions(), change.Settings);
        options.Name = change.Name ?? "";
        foreach (var (field, secret) in change.Secrets)
            ConnectionSecrets.Write(options, field, secret);
        TestRow? tested = null;
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var surroundings = new Surroundings(configured, await store.LivingAsync(cancellationToken));
            IReadOnlyList<FieldFault> faults = [.. unreadable, .. ConnectionRules.Faults(options, surroundings.OthersThan(null))];
            if (faults.Count > 0)
                return new ConnectionOutcome.Wrong(faults);
            options.Key = await FreeKeyAsync(options.Name, cancellationToken);
            if (Draft(options) is not { } draft)
                return new ConnectionOutcome.Refused(NoKey);
            if (!untested)
                tested = tested is null ? await trial.RunAsync(options, cancellationToken) : tested with { Key = options.Key };
            if (tested is { Finding: { IsGood: false } finding })
                return new ConnectionOutcome.TestFailed(finding);
            if (await StoreAsync(draft, surroundings.StoredLender(options.BorrowConcurrencyFrom), tested, cancellationToken) is CommitOutcome.Committed)
            {
                ConnectionLog.Added(log, draft.Name, draft.Key, tested?.Finding.Kind ?? "none");
                await settling.KnowAsync(draft.Key, cancellationToken);
                return new ConnectionOutcome.Done(draft.Name, tested?.Finding);
            }
        }

        return new ConnectionOutcome.Refused("Others changed connections at the same time; nothing was stored, try again.");
    }

    // Null where there are secrets and nothing to seal them with.
    private StoredConnection? Draft(JoorConnectionOptions options)
    {
        var now = clock.GetUtcNow();
        var draft = new StoredConnection
        {
            Id = StoredConnection.IdOf(options.Key), Key = options.Key, Name = options.Name, Settings = SettingsJson.Copy(options), CreatedAt = now, ChangedAt = now,
        };
        foreach (var field in ConnectionSecrets.All)
        {
            if (ConnectionSecrets.Read(options, field) is not { } secret)
                continue;
            if (seal.TrySeal(draft.Id, field, secret) is not { } sealedSecret)
                return null;
            draft.Secrets[field] = sealedSecret;
        }

        return draft;
    }

    private Task<CommitOutcome> StoreAsync(StoredConnection draft, StoredConnection? lender, TestRow? tested, CancellationToken cancellationToken) =>
        store.CommitAsync(
            (documents, unit) =>
            {
                documents.Insert(draft);
                // Stored along, so that its removal at this very moment is a conflict.
                if (lender is not null)
                    documents.Update(lender);
                if (tested is not null)
                    unit.Write(ConnectionTrial.Store, tested);
            },
            cancellationToken);

    // A key is never used twice: orders of a removed connection stay its own.
    private async Task<string> FreeKeyAsync(string name, CancellationToken cancellationToken)
    {
        var key = name;
        for (var number = 2; await store.LoadAsync(key, cancellationToken) is not null; number++)
            key = string.Create(CultureInfo.InvariantCulture, $"{name}~{number}");
        return key;
    }
}
