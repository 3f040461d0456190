using JoorBus.Contracts.Products;

namespace JoorBus.Simulators.Wms;

/// <summary>A brand's styles in memory: the truth that JOOR's styles are held against.</summary>
/// <param name="products">The styles as they are before the first is told.</param>
/// <param name="connection">The JOOR connection it tells; null tells all.</param>
/// <param name="time">When a style changed.</param>
public sealed class WmsProducts(IReadOnlyList<Product> products, string? connection = null, TimeProvider? time = null)
{
    private static readonly Guid Scope = new("c1a7d0a4-52b6-5d0d-9d2f-6a6f0e0d5b22");
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, WmsProductEntry> _styles =
        products.ToDictionary(product => product.StyleIdentifier ?? product.StyleNumber, product => new WmsProductEntry(product, 0, default));

    private long _sequence;

    /// <summary>Keys of all styles, told or not.</summary>
    public IReadOnlyList<string> Identifiers { get; } = [.. products.Select(product => product.StyleIdentifier ?? product.StyleNumber)];

    /// <summary>The styles that were told, as they are now.</summary>
    public IReadOnlyList<WmsProductEntry> Ledger()
    {
        lock (_lock)
            return [.. _styles.Values.Where(entry => entry.Sequence > 0)];
    }

    /// <summary>Changes a style and gives the message that tells it.</summary>
    public WmsAnnouncement Change(string identifier, Func<Product, Product> change)
    {
        lock (_lock)
        {
            var entry = new WmsProductEntry(change(_styles[identifier].Product), ++_sequence, _time.GetUtcNow());
            _styles[identifier] = entry;
            return new WmsAnnouncement(
                Seeded.Id(Scope, $"changed/{connection}/{entry.Sequence}"),
                new ProductChanged { Connection = connection, Sequence = entry.Sequence, Product = entry.Product });
        }
    }

    /// <summary>Takes a style out of the range, and gives the message that tells it.</summary>
    public WmsAnnouncement Remove(string identifier, string reason)
    {
        lock (_lock)
        {
            var removed = _styles[identifier];
            _styles.Remove(identifier);
            return new WmsAnnouncement(
                Seeded.Id(Scope, $"removed/{connection}/{++_sequence}"),
                new ProductRemoved { Connection = connection, StyleNumber = removed.Product.StyleNumber, StyleIdentifier = identifier, Sequence = _sequence, Reason = reason });
        }
    }
}
