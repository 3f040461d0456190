using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JoorBus.Persistence.Documents;

/// <summary>Documents by Npgsql alone.</summary>
internal sealed class NpgsqlAdapter : IDocumentAdapter
{
    public string Name => "Npgsql";

    public void AddTo(IServiceCollection services)
    {
        services.AddSingleton<DocumentTables>();
        services.AddScoped<IDocuments, NpgsqlDocuments>();
        services.AddSingleton<IDocumentSchema, NpgsqlDocumentSchema>();
    }

    public string? Prepare(IServiceProvider services, string folder) => null;
}

/// <summary>The tables as Marten would create them.</summary>
internal sealed class NpgsqlDocumentSchema(IEnumerable<DocumentMapping> mappings) : IDocumentSchema
{
    public async Task ApplyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var mapping in mappings)
        {
            var command = connection.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = mapping.TableSchema() + mapping.IndexSchema();
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
