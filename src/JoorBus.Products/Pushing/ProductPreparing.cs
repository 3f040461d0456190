using System.Net;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;
using JoorBus.Products.Planning;
using JoorBus.Products.Removing;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;

namespace JoorBus.Products.Pushing;

/// <summary>Gathers all that a style's plan is made of.</summary>
internal sealed class ProductPreparing(ProductStore products, PushStore store, OpenOrders orders, ImageLook images)
{
    public async Task<IReadOnlyList<PushStyle>> PrepareAsync(
        IReadOnlyList<DirtyProduct> due, JoorConnectionOptions connection, ProductSettings settings, AccountFacts facts, CancellationToken cancellationToken)
    {
        var wishes = await products.WantedAsync(connection.Key, [.. due.Select(dirty => dirty.Style)], cancellationToken);
        var styles = new List<PushStyle>(due.Count);
        foreach (var dirty in due)
        {
            var wish = wishes[dirty.Style];
            var document = await store.KnownAsync(connection.Key, dirty.Style, cancellationToken);
            var product = wish.Product is { } wanted && wanted.SkipPush != true && wanted.SkipJoor != true ? wanted : null;
            styles.Add(new PushStyle(
                dirty,
                wish,
                new PlanInput
                {
                    StyleNumber = product?.StyleNumber ?? dirty.StyleNumber,
                    StyleIdentifier = dirty.Style,
                    Wanted = product,
                    Removals = await RemovalsAsync(connection.Key, dirty, wish, cancellationToken),
                    Settings = settings,
                    Facts = facts,
                    Api = connection.ApiVersion,
                    Images = settings.SendsImages && product is not null
                        ? await LookAsync(product.Images, document?.Known, IsLocal(connection), cancellationToken)
                        : new Dictionary<Uri, ImageFacts>(),
                },
                document));
        }

        return styles;
    }

    // A connection to this machine is a stand-in's, whose images may lie here too.
    private static bool IsLocal(JoorConnectionOptions connection) =>
        Uri.TryCreate(connection.BaseUrl, UriKind.Absolute, out var address)
        && (address.IsLoopback || (IPAddress.TryParse(address.Host, out var ip) && IPAddress.IsLoopback(ip)));

    private async Task<IReadOnlyList<Removal>> RemovalsAsync(string connection, DirtyProduct dirty, ProductWish wish, CancellationToken cancellationToken)
    {
        var removals = new List<Removal>();
        foreach (var removal in wish.Active())
        {
            var (open, units) = await orders.CountAsync(connection, dirty.Style, removal.ColorCode, removal.Size, cancellationToken);
            removals.Add(new Removal
            {
                ColorCode = removal.ColorCode.Length > 0 ? removal.ColorCode : null,
                Size = removal.Size.Length > 0 ? removal.Size : null,
                IsReleased = removal.Version <= dirty.ReleasedVersion,
                OpenOrders = open,
                OpenUnits = units,
            });
        }

        return removals;
    }

    // Pictures that JOOR has from there are not looked at again.
    private async Task<IReadOnlyDictionary<Uri, ImageFacts>> LookAsync(
        IReadOnlyList<ProductImage> wanted, KnownProduct? known, bool mayBeLocal, CancellationToken cancellationToken)
    {
        var there = (known?.Style?.Images ?? known?.Catalog?.Images ?? []).Select(image => (image.Url, image.Version)).ToHashSet();
        var unseen = wanted.Where(image => !there.Contains((image.Url, image.Version))).Select(image => image.Url).Distinct().ToList();
        var found = new Dictionary<Uri, ImageFacts>();
        foreach (var some in unseen.Chunk(8))
        {
            foreach (var (address, facts) in some.Zip(await Task.WhenAll(some.Select(address => images.LookAsync(address, mayBeLocal, cancellationToken)))))
                found[address] = facts;
        }

        return found;
    }
}
