using JasperFx;
using JasperFx.CodeGeneration;
using JoorBus.Persistence.Documents;
using Marten;
using Marten.Exceptions;
using Npgsql;
using Polly;
using Polly.Retry;

namespace JoorBus.Persistence.Marten;

/// <summary>Marten's options, made from the mappings that the Npgsql adapter goes by.</summary>
internal static class MartenOptions
{
    public static StoreOptions For(Database database, IReadOnlyCollection<DocumentMapping> mappings)
    {
        var options = new StoreOptions
        {
            DatabaseSchemaName = database.Schema,
            // The schema changes at the start of a host, under its lock (see MartenSchema), and never while messages flow.
            AutoCreateSchemaObjects = AutoCreate.None,
        };
        options.Connection(database.Plain);
        options.Serializer(new MappedSerializer(mappings));
        options.ConfigurePolly(pipeline => pipeline.AddRetry(Retry));
        var byType = mappings.ToDictionary(mapping => mapping.Type);
        options.Policies.ForAllDocuments(document =>
        {
            if (byType.TryGetValue(document.DocumentType, out var mapping))
            {
                document.Alias = mapping.Alias;
                document.IdMember = mapping.Type.GetProperty(mapping.IdMember)!;
                document.UseNumericRevisions = true;
                document.Metadata.Version.Enabled = false;
                document.Metadata.Revision.Enabled = true;
                document.Metadata.Revision.Member = mapping.Type.GetProperty(nameof(IVersioned.Version))!;
                foreach (var index in mapping.Indexes)
                {
                    // PostgreSQL writes predicates in words of its own; Marten would take that for a difference and make the index anew.
                    document.IgnoreIndex(index.NameOn(mapping.Table));
                }
            }
        });
        options.RegisterDocumentTypes(byType.Keys);
        UseCodeBesideTheProgram(options, mappings);
        return options;
    }

    // What the code lacks, Marten still compiles when it is needed.
    private static void UseCodeBesideTheProgram(StoreOptions options, IReadOnlyCollection<DocumentMapping> mappings)
    {
        if (DocumentCode.Find(AppContext.BaseDirectory, options.DatabaseSchemaName, mappings) is not { } code)
        {
            return;
        }

#pragma warning disable CS0618 // What replaces these options would set them for everything of JasperFx in the host.
        options.GeneratedCodeMode = TypeLoadMode.Auto;
        options.SourceCodeWritingEnabled = false;
        options.ApplicationAssembly = code;
#pragma warning restore CS0618
    }

    // Marten's own defaults, but never inside a unit's transaction: after a fault nothing more can be done in that one.
    private static RetryStrategyOptions Retry => new()
    {
        ShouldHandle = attempt => ValueTask.FromResult(
            !UnitTexts.InUse && attempt.Outcome.Exception is (NpgsqlException or MartenCommandException)),
        MaxRetryAttempts = 3,
        Delay = TimeSpan.FromMilliseconds(50),
        BackoffType = DelayBackoffType.Exponential,
    };
}
