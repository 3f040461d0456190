namespace JoorBus.Benchmarks.Stock;

/// <summary>Takes changes from its queue into the table, from start until disposed. Started more than once, so that warm code is measured.</summary>
public interface IStockReceiver : IAsyncDisposable
{
    Task StartAsync(CancellationToken cancellationToken);
}
