using JoorBus.Benchmarks.Measuring;
using JoorBus.Benchmarks.Source;

namespace JoorBus.Benchmarks.Contending;

/// <summary>Moves orders over the path. Everything it needs on the servers is its own: database, virtual host, process.</summary>
public interface IOrderPathContender : IAsyncDisposable
{
    /// <summary>As the tables and <c>--only</c> name it.</summary>
    string Name { get; }

    /// <summary>The process whose CPU time is the client's; null until prepared.</summary>
    int? ProcessId { get; }

    /// <summary>Creates database and virtual host, starts the process and leaves it ready for orders.</summary>
    Task PrepareAsync(BenchServers servers, CancellationToken cancellationToken);

    /// <summary>
    /// Empties its tables, makes the orders available as the feed says and returns when every saga is Accepted.
    /// Implementations hand the measuring to <see cref="OrderPathMeter"/>, so that all are measured alike.
    /// </summary>
    Task<OrderPathRun> RunAsync(OrderFeed feed, CancellationToken cancellationToken);
}
