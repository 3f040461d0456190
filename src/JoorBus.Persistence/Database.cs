using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Persistence;

/// <summary>The connection pool, set up for set-based statements.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;
    private readonly NpgsqlDataSource lookups;
    private readonly Lazy<NpgsqlDataSource> plain;

    public Database(IOptions<PersistenceOptions> options)
    {
        Schema = options.Value.Schema;
        var settings = new NpgsqlConnectionStringBuilder(options.Value.ConnectionString)
        {
            SearchPath = options.Value.Schema,
            MaxAutoPrepare = 64,
            AutoPrepareMinUsages = 2,
            ApplicationName = "joorbus",
        };
        var asked = new NpgsqlConnectionStringBuilder(settings.ConnectionString);
        plain = new Lazy<NpgsqlDataSource>(() => NpgsqlDataSource.Create(asked));
        // Statistics of young or emptied tables mislead the planner into reading them whole. Every statement here finds few rows by key,
        // so plans are made anew each time and the ways that read whole tables are made dear.
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_custom_plan -c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off".Trim();
        source = NpgsqlDataSource.Create(settings);
        // Look-ups by key have one good plan; making it anew would cost more than running it, above all over the inbox's partitions.
        settings.Options = settings.Options.Replace("force_custom_plan", "force_generic_plan", StringComparison.Ordinal);
        lookups = NpgsqlDataSource.Create(settings);
    }

    /// <summary>Schema of every table.</summary>
    public string Schema { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    public NpgsqlCommand Command(string sql) => source.CreateCommand(sql);

    /// <summary>A statement that finds rows by <c>= any($1)</c> over the leading column of an index.</summary>
    public NpgsqlCommand Lookup(string sql) => lookups.CreateCommand(sql);

    /// <summary>A connection for <see cref="Lookup"/>'s kind of statements.</summary>
    public ValueTask<NpgsqlConnection> OpenLookupAsync(CancellationToken cancellationToken) => lookups.OpenConnectionAsync(cancellationToken);

    /// <summary>Connections without this class's settings of the planner, for statements of any kind.</summary>
    public NpgsqlDataSource Plain => plain.Value;

    public async ValueTask DisposeAsync()
    {
        if (plain.IsValueCreated)
        {
            await plain.Value.DisposeAsync().ConfigureAwait(false);
        }

        await source.DisposeAsync().ConfigureAwait(false);
        await lookups.DisposeAsync().ConfigureAwait(false);
    }
}
