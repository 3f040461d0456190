using JoorBus.Persistence.Schema;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Benchmarks.Stock;

internal sealed class SchemaFirst(SchemaMigrator migrator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => migrator.MigrateAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
