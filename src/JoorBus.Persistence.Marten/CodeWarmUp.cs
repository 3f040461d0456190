using JoorBus.Persistence.Documents;
using Marten;
using Marten.Internal;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Persistence.Marten;

/// <summary>
/// Has Marten compile its code for every document type while the host starts, instead of while the first message of each waits, and gives
/// back what the compiler held.
/// </summary>
internal sealed class CodeWarmUp(IDocumentStore store, IEnumerable<DocumentMapping> mappings) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => Compile(stoppingToken), CancellationToken.None);

    private void Compile(CancellationToken stoppingToken)
    {
        using var session = store.QuerySession();
        foreach (var mapping in mappings)
        {
            if (stoppingToken.IsCancellationRequested)
            {
                return;
            }

            ((IMartenSession)session).StorageFor(mapping.Type);
        }

        // Each compilation read every referenced assembly into memory that only finalizers free.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
