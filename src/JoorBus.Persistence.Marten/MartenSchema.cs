using System.Data.Common;
using System.Runtime.ExceptionServices;
using JasperFx;
using JoorBus.Persistence.Documents;
using Marten;
using Npgsql;
using Weasel.Core;
using Weasel.Core.Migrations;

namespace JoorBus.Persistence.Marten;

/// <summary>
/// Lets Marten create what it needs, documents and projections of the host's own code too, on the connection and under the lock of the
/// migration. A document table of JoorBus that is there already stays as it is, with indexes and triggers that Marten does not know.
/// </summary>
internal sealed class MartenSchema(IDocumentStore store, IEnumerable<DocumentMapping> mappings) : IDocumentSchema
{
    public async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var objects = store.Storage.AllObjects().ToArray();
        var found = await SchemaMigration.DetermineAsync(connection, cancellationToken, objects).ConfigureAwait(false);
        var missing = new SchemaMigration(found.Deltas.Where(delta => delta.Difference == SchemaPatchDifference.Create || !IsOurTable(delta)));
        await store.Storage.Database.Migrator.ApplyAllAsync(connection, missing, AutoCreate.CreateOrUpdate, Log.Instance, cancellationToken).ConfigureAwait(false);
        foreach (var mapping in mappings)
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = mapping.IndexSchema();
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private bool IsOurTable(ISchemaObjectDelta delta) =>
        mappings.Any(mapping => string.Equals(delta.SchemaObject.Identifier.Name, mapping.Table, StringComparison.Ordinal));

    // The default one writes every statement to the standard output, which belongs to the verb that runs.
    private sealed class Log : IMigrationLogger
    {
        public static readonly Log Instance = new();

        public void SchemaChange(string sql)
        {
        }

        public void OnFailure(DbCommand command, Exception ex) => ExceptionDispatchInfo.Throw(ex);
    }
}
