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
        // A plan made on empty tables reads whole tables for ever; set-based statements are planned anew each time.
        settings.Options = $"{settings.Options} -c plan_cache_mode=force_custom_plan -c jit=off".Trim();
        source = NpgsqlDataSource.Create(settings);
    }

    /// <summary>Schema of every table.</summary>
    public string Schema { get; }

    public ValueTask<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken) => source.OpenConnectionAsync(cancellationToken);

    public NpgsqlCommand Command(string sql) => source.CreateCommand(sql);

    public ValueTask DisposeAsync() => source.DisposeAsync();
}
