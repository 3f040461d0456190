namespace JoorBus.Benchmarks.Contending;

/// <summary>A contender's client side, as it runs in its child process.</summary>
public interface IOrderPath : IAsyncDisposable
{
    /// <summary>Ends, with the reason, when a station failed.</summary>
    Task Failed { get; }

    /// <summary>Declares queues, opens consumers, starts the poller; ends when ready for orders.</summary>
    Task StartAsync(CancellationToken stopping);
}
