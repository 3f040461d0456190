using JoorBus.Connections.Sharing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Pushing;

/// <summary>What a connection may spend on stock.</summary>
/// <param name="Affordable">Requests that may be sent now.</param>
/// <param name="PerWindow">Requests of a whole window.</param>
/// <param name="RefillsIn">Until credits come back; null when all are there.</param>
/// <param name="Window">Length of JOOR's window of credits.</param>
public sealed record StockBudget(int Affordable, int PerWindow, TimeSpan? RefillsIn, TimeSpan Window);

/// <summary>Tells what a connection may spend.</summary>
public interface IStockCredits
{
    /// <param name="options">The connection.</param>
    /// <param name="settings">Its settings of stock.</param>
    /// <param name="sharers">Connections that push stock through the same account, this one included.</param>
    /// <param name="spent">Requests that this connection sent in the present window.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    Task<StockBudget> ReadAsync(JoorConnectionOptions options, InventorySettings settings, int sharers, int spent, CancellationToken cancellationToken);

    /// <summary>Connections with an equal one share credits.</summary>
    string AccountOf(JoorConnectionOptions options);
}

/// <summary>From the limits that all running copies share.</summary>
internal sealed class SharedStockCredits(SharedJoorLimits limits, JoorOrderReaderFactory readers, IOptions<JoorLimitOptions> options) : IStockCredits
{
    public string AccountOf(JoorConnectionOptions options) => readers.For(options).Account;

    public async Task<StockBudget> ReadAsync(JoorConnectionOptions connection, InventorySettings settings, int sharers, int spent, CancellationToken cancellationToken)
    {
        var reading = await limits.ReadAsync(AccountOf(connection), cancellationToken);
        var (write, window) = (options.Value.WriteCredits, options.Value.Window);
        var whole = (int)((options.Value.CreditsPerWindow - options.Value.ReservedForOrders) * settings.CreditShare / write);
        if (reading.BlockedFor is { } blocked)
            return new StockBudget(0, whole, blocked, window);
        var left = Math.Min(reading.LeftBesideOrders / write / Math.Max(1, sharers), Math.Max(0, whole - spent));
        // The last request of a window goes to whoever comes first, else sharing would leave it unused.
        if (left == 0 && spent < whole && reading.LeftBesideOrders >= write)
            left = 1;
        return new StockBudget(left, Math.Max(1, whole / Math.Max(1, sharers)), reading.RefillsIn > TimeSpan.Zero ? reading.RefillsIn : null, window);
    }
}
