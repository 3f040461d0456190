using JoorBus.Joor;

namespace JoorBus.Inventory.Pushing;

/// <summary>The way to JOOR for one request of stock.</summary>
public interface IStockSending
{
    Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken);
}

/// <summary>Through the gateway; v4 connections use their v2 token too.</summary>
internal sealed class GatewaySending(JoorClients clients) : IStockSending
{
    public Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken) =>
        clients.For(connection).V2.Inventory.SetAsync(entries, options, cancellationToken);
}
