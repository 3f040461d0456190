using System.Collections.Concurrent;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>What accounts offer, believed for a while or until JOOR refuses something.</summary>
internal sealed class FactsCache(IOptions<ProductOptions> options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _refusedAt = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (AccountFacts Facts, DateTimeOffset ReadAt)> _facts = new(StringComparer.Ordinal);

    /// <summary>Null when they must be read.</summary>
    public AccountFacts? Find(string connection) =>
        _facts.TryGetValue(connection, out var known) && clock.GetUtcNow() - known.ReadAt < options.Value.FactsAge ? known.Facts : null;

    /// <summary>As read just now; what was learnt before from styles stays, and for a while what was refused: people may add it.</summary>
    public AccountFacts Put(string connection, AccountFacts read) => Change(connection, before => read with
    {
        PriceTypes = read.HasAllPriceTypes ? read.PriceTypes : Join(before.PriceTypes, read.PriceTypes),
        RefusedPriceTypes = read.HasAllPriceTypes || !IsFresh(connection) ? [] : before.RefusedPriceTypes,
    });

    /// <summary>Price types that styles of JOOR have; v2 cannot list them.</summary>
    public void Learn(string connection, IEnumerable<JoorStyle> styles)
    {
        var seen = styles.SelectMany(style => style.Prices).Where(price => price is { Label.Length: > 0, Currency.Length: > 0 })
            .Select(price => new JoorPriceType { Name = price.Label, Currency = price.Currency, RetailCurrency = price.RetailCurrency }).ToList();
        if (seen.Count == 0 || Find(connection) is not { HasAllPriceTypes: false })
            return;
        Change(
            connection,
            before => before with
            {
                PriceTypes = Join(before.PriceTypes, seen),
                RefusedPriceTypes = [.. before.RefusedPriceTypes.Where(name => Naming.PriceType(name, seen) is null)],
            },
            keepsTime: true);
    }

    /// <summary>JOOR refused these as unknown.</summary>
    public AccountFacts Refuse(string connection, IReadOnlyList<PriceTypeName> unknown)
    {
        _refusedAt[connection] = clock.GetUtcNow();
        return Change(connection, before => before with { RefusedPriceTypes = [.. before.RefusedPriceTypes.Union(unknown)] }, keepsTime: true);
    }

    /// <summary>Something was made or read anew.</summary>
    public AccountFacts Change(string connection, Func<AccountFacts, AccountFacts> change, bool keepsTime = false) => _facts.AddOrUpdate(
        connection,
        _ => (change(AccountFacts.Unknown), clock.GetUtcNow()),
        (_, before) => (change(before.Facts), keepsTime ? before.ReadAt : clock.GetUtcNow())).Facts;

    /// <summary>JOOR refused something: what it offers may be other than believed, so it is read again before the next push.</summary>
    public void Doubt(string connection)
    {
        if (_facts.TryGetValue(connection, out var known))
            _facts.TryUpdate(connection, (known.Facts, DateTimeOffset.MinValue), known);
    }

    private bool IsFresh(string connection) => _refusedAt.TryGetValue(connection, out var at) && clock.GetUtcNow() - at < options.Value.FactsAge;

    private static IReadOnlyList<JoorPriceType> Join(IReadOnlyList<JoorPriceType> one, IReadOnlyList<JoorPriceType> other) =>
        [.. one.Concat(other).DistinctBy(type => (type.Name, type.Currency))];
}
