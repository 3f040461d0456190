using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>What would be planned, and what requests would follow, without storing or sending anything.</summary>
public sealed class StockPreviewing
{
    private readonly PlanningStore _store;
    private readonly FactsReading _reading;
    private readonly PushStore _pushes;

    internal StockPreviewing(PlanningStore store, FactsReading reading, PushStore pushes) => (_store, _reading, _pushes) = (store, reading, pushes);

    /// <summary>These items under these settings, which need not be saved.</summary>
    public async Task<StockPreview> OfAsync(InventorySettings settings, IReadOnlyCollection<string> items, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var facts = await _reading.ReadAsync(settings, items, cancellationToken);
        return PreviewMaking.Of(facts, StockPlan.Of(facts));
    }

    /// <summary>The next items by key; begin with the empty text and go on after the last item.</summary>
    public async Task<StockPreview> PageAsync(InventorySettings settings, string after, int count, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return await OfAsync(settings, await _store.ItemsAfterAsync(settings.Connection, after, count, cancellationToken), cancellationToken);
    }

    /// <summary>The next requests to JOOR as they stand now, the oldest entries first, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<PushPreview>> RequestsAsync(InventorySettings settings, int most, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Mode == StockMode.Overwrite && FullPush.Read(await _pushes.WishAsync(settings.Connection, cancellationToken)) is not null)
            return [PreviewMaking.Request(settings, await _pushes.WholeAsync(settings.Connection, cancellationToken), isOverwrite: true)];
        var entries = await _pushes.OldestAsync(settings.Connection, now, most * settings.MaxItemsPerRequest, cancellationToken);
        return [.. entries.Chunk(settings.MaxItemsPerRequest).Select(chunk => PreviewMaking.Request(settings, chunk, isOverwrite: false))];
    }
}
