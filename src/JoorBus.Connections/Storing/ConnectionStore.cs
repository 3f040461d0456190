using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JoorBus.Connections.Storing;

/// <summary>The stored connections, each read returning objects of the caller's own.</summary>
public sealed class ConnectionStore(Database database, IServiceScopeFactory scopes)
{
    private const int Most = 10_000;

    public Task<IReadOnlyList<StoredConnection>> LivingAsync(CancellationToken cancellationToken) =>
        ReadAsync(documents => documents.QueryAsync<StoredConnection>(StoredConnectionMapping.Removed, "false", Most, cancellationToken));

    /// <summary>The living connection of that name, whatever its case.</summary>
    public async Task<StoredConnection?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var found = await ReadAsync(documents =>
            documents.QueryAsync<StoredConnection>(StoredConnectionMapping.Name, name.ToLowerInvariant(), 1, cancellationToken));
        return found.Count == 0 ? null : found[0];
    }

    /// <summary>By key, removed ones too.</summary>
    public Task<StoredConnection?> LoadAsync(string key, CancellationToken cancellationToken) =>
        ReadAsync(documents => documents.LoadAsync<StoredConnection>(StoredConnection.IdOf(key), cancellationToken));

    /// <summary>All of the work or nothing. A name that another connection took meanwhile is a conflict too.</summary>
    public async Task<CommitOutcome> CommitAsync(Action<IDocuments, UnitOfWork> work, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        work(scope.ServiceProvider.GetRequiredService<IDocuments>(), unit);
        try
        {
            return await unit.CommitAsync(cancellationToken);
        }
        catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return new CommitOutcome.Conflict(taken.ConstraintName ?? StoredConnectionMapping.Name.Name);
        }
    }

    /// <summary>Differs whenever anything changed: rows are never deleted, and each change raises a version.</summary>
    public async Task<(long Count, long Versions)> LookAsync(CancellationToken cancellationToken)
    {
        await using var command = database.Command($"select count(*), coalesce(sum(mt_version), 0) from {StoredConnectionMapping.Mapping.Table}");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    private async Task<T> ReadAsync<T>(Func<IDocuments, Task<T>> read)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IDocuments>());
    }
}
