namespace JoorBus.Benchmarks.Gateway;

/// <summary>A way to call JOOR. Each call throws when the answer is not what the server holds.</summary>
public interface IGatewayCaller : IDisposable
{
    string Name { get; }

    /// <summary>One order; returns how many came.</summary>
    Task<int> ReadOneAsync(CancellationToken cancellationToken);

    /// <summary>All of the server's orders page by page, none kept; returns how many.</summary>
    Task<int> ReadAllAsync(CancellationToken cancellationToken);

    /// <summary>Sends stock of so many items; returns how many JOOR took.</summary>
    Task<int> SetStockAsync(int items, CancellationToken cancellationToken);
}
