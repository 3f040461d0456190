using JoorBus.Contracts.Products;
using JoorBus.Joor;

namespace JoorBus.Products.Tests.Planning;

/// <summary>What JOOR must hold once a history has come to rest.</summary>
internal static class Expectations
{
    public static void Check(PlannedHistory history)
    {
        if (history.Gone.Any(removal => removal is { ColorCode: null, Size: null }))
            CheckRemovedStyle(history);
        else if (history.Api == JoorApiVersion.V2)
            CheckStyle(history, history.Wanted!, history.V2.Style.ShouldNotBeNull());
        else
            CheckProduct(history, history.Wanted!, history.V4.Product.ShouldNotBeNull());
    }

    private static bool IsFree(PlannedHistory history) => history.Settings.RemovesUnasked || history.Removals.All(removal => removal.IsReleased);

    private static List<ProductColor> Colors(PlannedHistory history) => [.. history.Wanted!.Colors.Where(color => !history.Gone.Any(removal => removal.ColorCode == color.Code))];

    private static List<ProductSize> Sizes(PlannedHistory history) => [.. history.Wanted!.Sizes.Where(size => !history.Gone.Any(removal => removal.Size == size.Name))];

    private static void CheckRemovedStyle(PlannedHistory history)
    {
        if (IsFree(history) && history.Api == JoorApiVersion.V2)
            history.V2.Style.ShouldBeNull();
        else if (IsFree(history))
            history.V4.Skus.Values.All(sku => sku.TraitValues[0].Status == JoorTraitStatus.Inactive).ShouldBeTrue();
    }

    private static void CheckStyle(PlannedHistory history, Product wanted, JoorStyle style)
    {
        var (colors, sizes) = (Colors(history), Sizes(history));
        (style.Name, style.Description ?? "", style.Number, style.Identifier).ShouldBe((wanted.Name, wanted.Description ?? "", "T-1", "T-1"));
        (style.MadeToOrder ?? false, style.CountryOfOrigin ?? "", style.Minimum ?? 1).ShouldBe((wanted.MadeToOrder ?? false, wanted.CountryOfOrigin ?? "", wanted.OrderMinimum ?? 1));
        (style.Division?.Name ?? "").ShouldBe(wanted.Division?.Name ?? "");
        style.Categories.Select(category => category.Id).ShouldBe(wanted.Categories);
        style.Materials.ShouldBe(wanted.Materials);
        foreach (var color in colors)
            style.Colors.Any(known => known.Code == color.Code && known.Name == color.Name).ShouldBeTrue();
        foreach (var size in sizes)
            style.Sizes.Any(known => known.Name == size.Name && known.Code == (size.Code ?? size.Name)).ShouldBeTrue();
        foreach (var sku in wanted.Skus.Where(sku => sku.Upc is not null && colors.Exists(color => color.Code == sku.ColorCode) && sizes.Exists(size => size.Name == sku.Size)))
            style.Upcs.Any(known => known.Upc == sku.Upc && known.ColorCode == sku.ColorCode && known.SizeName == sku.Size).ShouldBeTrue();
        foreach (var price in wanted.Prices)
            style.Prices.Any(known => known.Currency == price.Currency && known.Label == price.Label && known.Wholesale == price.Wholesale && (price.Retail == null || known.Retail == price.Retail)).ShouldBeTrue();
        if (IsFree(history))
        {
            style.Colors.Any(color => history.Removals.Any(removal => removal.ColorCode == color.Code)).ShouldBeFalse();
            style.Sizes.Any(size => history.Removals.Any(removal => removal.Size == size.Name)).ShouldBeFalse();
        }
        CheckLinesheets(history, style.Deliveries.Select(delivery => delivery.Code!));
        if (history.Settings.SendsImages)
            CheckStyleImages(history, wanted);
    }

    private static void CheckLinesheets(PlannedHistory history, IEnumerable<string> codes)
    {
        if (!history.Settings.SendsDeliveries)
            return;
        var wanted = history.Wanted!.Deliveries.Where(delivery => delivery.IsDropped != true).Select(delivery => delivery.Code).ToList();
        var dropped = history.Wanted.Deliveries.Where(delivery => delivery.IsDropped == true).Select(delivery => delivery.Code);
        var found = codes.ToList();
        found.ShouldBeUnique();
        wanted.ShouldBeSubsetOf(found);
        found.Any(code => dropped.Contains(code)).ShouldBeFalse();
        found.Except(wanted).All(code => history.Settings.KeepsManualDeliveries && history.PeoplesLinesheets.Contains(code)).ShouldBeTrue();
    }

    private static void CheckStyleImages(PlannedHistory history, Product wanted)
    {
        var (images, colors) = (history.V2.Images, Colors(history));
        foreach (var image in wanted.Images.Where(image => image.ColorCode is { } code && colors.Exists(color => color.Code == code)))
        {
            images.Any(known => known.Stored.ColorCode == image.ColorCode && known.Stored.IsSwatch == (image.IsSwatch == true)
                && known.Url == image.Url && (history.HasLostVersions || known.Version == image.Version)).ShouldBeTrue();
        }
        var ofStyle = wanted.Images.Where(image => image.ColorCode is null).Select(image => image.Url).ToList();
        var found = images.Where(image => image.Stored.ColorCode is null).OrderBy(image => image.Stored.DisplayOrder).ToList();
        found.Select(image => image.Url).Where(ofStyle.Contains).ShouldBe(ofStyle);
        if (history.HasLostVersions)
            return;
        found.Select(image => image.Stored.DisplayOrder).ShouldBeUnique();
        found.Select(image => image.Url).ShouldBe(ofStyle);
        found.Select(image => image.Version).ShouldBe(wanted.Images.Where(image => image.ColorCode is null).Select(image => image.Version));
    }

    private static void CheckProduct(PlannedHistory history, Product wanted, JoorProduct product)
    {
        var (colors, sizes, model) = (Colors(history), Sizes(history), history.V4);
        (product.Name, product.Description ?? "", product.ExternalId, product.OrderMinimum ?? 1).ShouldBe((wanted.Name, wanted.Description ?? "", "T-1", wanted.OrderMinimum ?? 1));
        product.CategoryIds.ShouldBe(wanted.Categories);
        product.TraitValues.Where(value => value.TraitName == "Materials").Select(value => value.Value).ShouldBe(wanted.Materials);
        foreach (var (color, size) in from color in colors from size in sizes select (color, size))
        {
            var sku = model.Skus[(color.Code, size.Name)];
            sku.TraitValues.Select(value => value.Status).All(status => status == JoorTraitStatus.Active).ShouldBeTrue();
            (sku.TraitValues[0].Value, sku.TraitValues[1].ExternalId).ShouldBe((color.Name, size.Code ?? size.Name));
            if (wanted.Skus.FirstOrDefault(other => other.ColorCode == color.Code && other.Size == size.Name)?.Upc is { } upc)
                sku.Identifiers.ShouldHaveSingleItem().Value.ShouldBe(upc);
            foreach (var price in wanted.Prices)
            {
                var type = RandomProducts.PriceTypes.Single(type => type.Currency == price.Currency).Id;
                model.Prices.Any(known => known.SkuId == sku.Id && known.PriceType!.Id == type && known.Wholesale == price.Wholesale && (price.Retail == null || known.Retail == price.Retail)).ShouldBeTrue();
            }
        }
        if (IsFree(history))
            model.Skus.Values.Any(sku => history.Removals.Any(removal => IsActive(sku, removal.ColorCode, removal.Size))).ShouldBeFalse();
        CheckLinesheets(history, model.Collections.Where(collection => collection.Items!.Any(item => item.ProductId == product.Id)).Select(collection => collection.ExternalId!));
        CheckCollections(history, product.Id!);
        if (history.Settings.SendsImages)
            CheckAssets(history, wanted);
    }

    private static bool IsActive(JoorSku sku, string? color, string? size) =>
        (sku.TraitValues[0].ExternalId == color && sku.TraitValues[0].Status == JoorTraitStatus.Active) || (sku.TraitValues[1].Value == size && sku.TraitValues[1].Status == JoorTraitStatus.Active);

    private static void CheckCollections(PlannedHistory history, string productId)
    {
        foreach (var delivery in history.Wanted!.Deliveries.Where(delivery => delivery.IsDropped != true && history.Settings.SendsDeliveries))
        {
            var collection = history.V4.Collections.Single(collection => collection.ExternalId == delivery.Code);
            (collection.Name, collection.Season?.ExternalId ?? delivery.SeasonCode, collection.Delivery?.StartShip).ShouldBe((delivery.Name, delivery.SeasonCode ?? collection.Season?.ExternalId, delivery.ShipStart));
            var item = collection.Items!.Single(item => item.ProductId == productId);
            var hidden = delivery.HiddenColors.Where(code => !history.Gone.Any(removal => removal.ColorCode == code)).ToList();
            var shown = history.V4.Skus.Where(sku => !hidden.Contains(sku.Key.Color) && sku.Value.TraitValues.All(value => value.Status == JoorTraitStatus.Active)).Select(sku => sku.Value.Id);
            item.OrderNumber.ShouldBe(delivery.DisplayOrder);
            item.SkuIds.ShouldBe(hidden.Count == 0 ? [] : shown, ignoreOrder: true);
        }
        foreach (var collection in history.V4.Collections.Where(collection => collection.ExternalId == "M1"))
            collection.Items!.Any(item => item.ProductId == "another").ShouldBeTrue();
    }

    private static void CheckAssets(PlannedHistory history, Product wanted)
    {
        var (assets, colors) = (history.V4.Assets, Colors(history));
        var images = wanted.Images.Where(image => image.ColorCode is not { } code || colors.Exists(color => color.Code == code)).ToList();
        foreach (var swatch in images.Where(image => image.IsSwatch == true))
            assets.Any(asset => asset.TraitValueExternalId == swatch.ColorCode && asset.SourceUrl == swatch.Url && asset.Type == JoorAssetType.Swatch).ShouldBeTrue();
        var pictures = images.Where(image => image.IsSwatch != true).Select(image => image.Url).ToList();
        var found = assets.Where(asset => asset.Type == JoorAssetType.Image).OrderBy(asset => asset.DisplayOrder).Select(asset => asset.SourceUrl).ToList();
        if (history.HasLostVersions)
            pictures.ShouldBeSubsetOf(found);
        else if (pictures.Count > 0)
            found.ShouldBe(pictures);
    }
}
