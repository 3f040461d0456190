using JoorBus.Checking;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Hosting;

/// <summary>Waits for a database that can be used and brings its schema up to date before anything else starts.</summary>
internal sealed partial class SchemaStart(SchemaMigrator migrator, IOptions<PersistenceOptions> options, TimeProvider clock, ILogger<SchemaStart> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var waiting = new WaitingSentence(clock);
        while (true)
        {
            try
            {
                await migrator.MigrateAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (NpgsqlException fault) when (IsCurable(fault))
            {
                var (finding, advice) = DatabaseFaults.Explain(fault, new NpgsqlConnectionStringBuilder(options.Value.ConnectionString));
                if (waiting.IsNews(finding))
                    Waiting(log, finding, advice);
            }
            catch (UnfitDatabaseException fault)
            {
                if (waiting.IsNews(fault.Message))
                    Waiting(log, fault.Message, fault.Advice);
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Whoever runs the server can let us in while we wait; faults in our own SQL are ours.
    private static bool IsCurable(NpgsqlException fault) =>
        fault.IsTransient || fault.SqlState is null or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege
        || fault.SqlState.StartsWith("28", StringComparison.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "database.waiting {Finding:l}; tried again every second. {Advice:l}")]
    private static partial void Waiting(ILogger log, string finding, string advice);
}
