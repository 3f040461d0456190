using Npgsql;

namespace JoorBus.Persistence.Documents;

/// <summary>Creates what documents need in the database.</summary>
public interface IDocumentSchema
{
    /// <summary>Idempotent. Runs in the transaction of the migration, which holds the schema's lock.</summary>
    Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken);
}
