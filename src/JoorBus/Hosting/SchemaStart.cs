using JoorBus.Persistence.Schema;

namespace JoorBus.Hosting;

/// <summary>Waits for the database and brings its schema up to date before anything else starts.</summary>
internal sealed partial class SchemaStart(SchemaMigrator migrator, TimeProvider clock, ILogger<SchemaStart> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await migrator.MigrateAsync(cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Npgsql.NpgsqlException fault) when (fault.IsTransient || fault.SqlState is null)
            {
                Waiting(log, fault.Message);
            }

            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "database.waiting the database of JOORBUS__POSTGRES does not answer ({Reason}); tried again every second")]
    private static partial void Waiting(ILogger log, string reason);
}
