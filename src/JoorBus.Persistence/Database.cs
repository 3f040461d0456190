using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Persistence;

/// <summary>The connection pool, set up for set-based statements.</summary>
public sealed class Database : IAsyncDisposable
{
    private readonly NpgsqlDataSource source;

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
        // Statistics of young or emptied tables mislead the planner into reading them whole. Every statement here finds few rows by key,
        // so plans are made anew each time and the ways that read whole tables are made dear.
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_custom_plan -c jit=off -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off".Trim();
        source = NpgsqlDataSource.Create(settings);
    }

    /// <summary>Schema of every table.</summary>
    public string Schema { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    public NpgsqlCommand Command(string sql) => source.CreateCommand(sql);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
