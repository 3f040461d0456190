namespace JoorBus.Benchmarks.Gateway;

/// <summary>A way to call JOOR. Each call throws when the answer is not what the server holds.</summary>
public interface IGatewayCaller : IDisposable
{
    string Name { get; }

    /// <summary>One page of orders; returns how many.</summary>
    Task<int> ReadOrdersAsync(GatewayPage page, CancellationToken cancellationToken);
}

/// <summary>A page of the server's orders.</summary>
public readonly record struct GatewayPage(int StartFrom, int Count);
