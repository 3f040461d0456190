using Npgsql;

namespace JoorBus.Benchmarks.Source;

/// <summary>Connections as the measurements found them best.</summary>
public static class Databases
{
    /// <summary>For batches: planned anew each time, for a plan kept from an empty table reads whole tables later.</summary>
    public static NpgsqlDataSource ForBatches(string connectionString) => Open(connectionString, 6, "force_custom_plan");

    /// <summary>For single-row statements: planned once.</summary>
    public static NpgsqlDataSource ForSingleRows(string connectionString, int connections) => Open(connectionString, connections, "auto");

    private static NpgsqlDataSource Open(string connectionString, int connections, string planCacheMode) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            Options = $"-c plan_cache_mode={planCacheMode} -c jit=off",
            MaxPoolSize = connections,
            MaxAutoPrepare = 20,
            AutoPrepareMinUsages = 2,
            NoResetOnClose = true,
        });
}
