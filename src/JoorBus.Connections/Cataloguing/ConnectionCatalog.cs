using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using Microsoft.Extensions.Logging;

namespace JoorBus.Connections.Cataloguing;

/// <summary>
/// Every connection this process may use: those from configuration and the stored ones. Kept up to date by
/// <see cref="CatalogRefresh"/>; reading it costs nothing.
/// </summary>
public sealed partial class ConnectionCatalog(
    ConfiguredConnections configured, ConnectionStore store, ConnectionOpener opener, MasterKeys keys, ILogger<ConnectionCatalog> log) : IJoorConnections, IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<Guid, OpenedConnection> _opened = [];
    private int _generation;
    private volatile CatalogChange _change = new(0, CatalogSnapshot.Of(configured.All, []));

    /// <summary>Rises with each change of <see cref="All"/>.</summary>
    public long Version => _change.Version;

    /// <summary>The connections in use, with secrets. A changed connection is another object with another revision.</summary>
    public IReadOnlyList<JoorConnectionOptions> Current => _change.Snapshot.InUse;

    /// <summary>Everything there is, with its state.</summary>
    public IReadOnlyList<CataloguedConnection> All => _change.Snapshot.All;

    public JoorConnectionOptions? Find(string key) => _change.Snapshot.Find(key);

    /// <summary>A lender that is not in use itself still lends, so its borrowers go on sharing one limit; its secrets stay shut then.</summary>
    public JoorConnectionOptions? FindNamed(string name) => Named(name) is { } found ? found.Options ?? found.Stored?.ToOptions() : null;

    /// <summary>The entry of that name, whatever its case.</summary>
    public CataloguedConnection? Named(string name) => All.FirstOrDefault(connection => string.Equals(connection.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Returns as soon as <see cref="Version"/> is not <paramref name="version"/>.</summary>
    public Task WaitForChangeAsync(long version, CancellationToken cancellationToken)
    {
        var change = _change;
        return change.Version != version ? Task.CompletedTask : change.Next.WaitAsync(cancellationToken);
    }

    public async ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken)
    {
        if (configured.All.FirstOrDefault(options => options.Key == key) is { } fixedOne)
            return fixedOne;
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (await store.LoadAsync(key, cancellationToken) is { IsRemoved: false } stored)
                _opened[stored.Id] = Opened(stored);
            else
                _opened.Remove(StoredConnection.IdOf(key));
            Publish();
        }
        finally
        {
            _gate.Release();
        }

        return Find(key);
    }

    /// <summary>Reads all stored connections.</summary>
    public async Task ReloadAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            var stored = await store.LivingAsync(cancellationToken);
            var living = stored.Select(connection => connection.Id).ToHashSet();
            foreach (var gone in _opened.Keys.Where(id => !living.Contains(id)).ToList())
                _opened.Remove(gone);
            foreach (var connection in stored)
                _opened[connection.Id] = Opened(connection);
            Publish();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Whether a secret stayed shut that other keys may open by now.</summary>
    internal bool MayOpenMore()
    {
        _ = keys.SealingId;
        return All.Any(connection => connection.State == ConnectionState.SecretsCannotBeOpened) && _generation != keys.Generation;
    }

    public void Dispose() => _gate.Dispose();

    private OpenedConnection Opened(StoredConnection stored)
    {
        _ = keys.SealingId;
        if (_opened.TryGetValue(stored.Id, out var known) && known.Stored.Version == stored.Version && (known.Options is not null || known.Generation == keys.Generation))
            return known;
        var (options, missing) = opener.Open(stored);
        if (options is null)
            Shut(log, stored.Name, missing!);
        return new OpenedConnection(stored, options, missing, keys.Generation);
    }

    private void Publish()
    {
        _generation = keys.Generation;
        var (before, next) = (_change, CatalogSnapshot.Of(configured.All, _opened.Values));
        if (before.Snapshot.All.SequenceEqual(next.All))
            return;
        foreach (var hidden in next.All.Where(connection => connection.State == ConnectionState.HiddenByConfiguration).Except(before.Snapshot.All))
            Hidden(log, hidden.Name);
        _change = new CatalogChange(before.Version + 1, next);
        before.Over();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "connections.shut {Connection}: its secrets cannot be opened (key id {KeyId}), so it is not used; give this host that master key, or replace the secrets")]
    private static partial void Shut(ILogger log, string connection, string keyId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "connections.hidden {Connection}: configuration gives a connection of that name or key, so the stored one is not used")]
    private static partial void Hidden(ILogger log, string connection);

    private sealed class CatalogChange(long version, CatalogSnapshot snapshot)
    {
        private readonly TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Version => version;

        public CatalogSnapshot Snapshot => snapshot;

        public Task Next => _next.Task;

        public void Over() => _next.TrySetResult();
    }
}
