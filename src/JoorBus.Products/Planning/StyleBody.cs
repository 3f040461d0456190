using JoorBus.Contracts.Orders;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>A style of v2 as it is to be: what is wanted, and colours, sizes and UPCs that are no longer named, for these go only by a removal.</summary>
internal static class StyleBody
{
    public static JoorStyle Of(WantedProduct wanted, KnownStyle? known, PlanInput input)
    {
        var (product, before) = (wanted.Product, known?.Content);
        var colors = Colors(product, before);
        var sizes = Sizes(product, before);
        var body = new JoorStyle
        {
            StyleId = known?.StyleId,
            Name = product.Name,
            Number = product.StyleNumber,
            Identifier = product.StyleIdentifier ?? product.StyleNumber,
            Description = wanted.Checks.LeavesOut(ProductParts.Description) ? before?.Description : Clearing.Text(product.Description, before?.Description),
            MadeToOrder = Clearing.Flag(product.MadeToOrder, before?.MadeToOrder),
            Division = Clearing.Coded(product.Division, before?.Division),
            Fabrication = Clearing.Coded(product.Fabrication, before?.Fabrication),
            Silhouette = Clearing.Coded(product.Silhouette, before?.Silhouette),
            CountryOfOrigin = Clearing.Text(product.CountryOfOrigin, before?.CountryOfOrigin),
            Measurements = Clearing.Text(product.Measurements, before?.Measurements),
            Minimum = wanted.Checks.LeavesOut(ProductParts.Minimum) ? before?.Minimum : Clearing.Minimum(product.OrderMinimum, before?.Minimum),
            Prices = [.. product.Prices.Select(Price)],
            Colors = colors,
            Sizes = sizes,
            Upcs = Upcs(product, before, colors, sizes),
            Categories = [.. product.Categories.Select(category => Category(category, input.Facts.Categories))],
            Materials = product.Materials,
            Tags = [.. product.Tags.Select(tag => new JoorStyleTag { Group = tag.Group, Name = tag.Name, Value = tag.Value, Code = tag.Code })],
        };
        return StyleDeliveries.Over(body with { Clears = Clears(body, before) }, wanted, known, input.Settings);
    }

    private static JoorStyleLists Clears(JoorStyle body, JoorStyle? before) =>
        (body.Categories.Count == 0 && before?.Categories.Count > 0 ? JoorStyleLists.Categories : 0)
        | (body.Materials.Count == 0 && before?.Materials.Count > 0 ? JoorStyleLists.Materials : 0)
        | (body.Tags.Count == 0 && before?.Tags.Count > 0 ? JoorStyleLists.Tags : 0);

    private static JoorStylePrice Price(ProductPrice price) => new()
    {
        Label = price.Label,
        Currency = price.Currency,
        Wholesale = Amounts.Plain(price.Wholesale),
        Retail = Amounts.Plain(price.Retail),
        RetailCurrency = price.Retail is null ? null : price.RetailCurrency ?? price.Currency,
    };

    private static IReadOnlyList<JoorStyleColor> Colors(Product product, JoorStyle? before)
    {
        var wanted = product.Colors.Select(color => new JoorStyleColor { Name = color.Name, Code = color.Code }).ToList();
        var left = (before?.Colors ?? []).Where(color => !wanted.Exists(other => color.Code is null ? other.Name == color.Name : other.Code == color.Code));
        return [.. wanted, .. left.Select(color => new JoorStyleColor { Name = color.Name, Code = color.Code })];
    }

    private static IReadOnlyList<JoorStyleSize> Sizes(Product product, JoorStyle? before)
    {
        var wanted = product.Sizes.Select(size => new JoorStyleSize { Name = size.Name, Code = size.Code ?? size.Name }).ToList();
        return [.. wanted, .. (before?.Sizes ?? []).Where(size => !wanted.Exists(other => other.Name == size.Name))];
    }

    private static IReadOnlyList<JoorStyleUpc> Upcs(Product product, JoorStyle? before, IReadOnlyList<JoorStyleColor> colors, IReadOnlyList<JoorStyleSize> sizes)
    {
        var wanted = product.Skus.Where(sku => sku.Upc is not null)
            .Select(sku => new JoorStyleUpc { Upc = sku.Upc, ColorCode = sku.ColorCode, SizeName = sku.Size }).ToList();
        var taken = wanted.Select(upc => upc.Upc).ToHashSet();
        var pairs = wanted.Select(upc => (upc.ColorCode, upc.SizeName)).ToHashSet();
        var left = (before?.Upcs ?? []).Where(upc => !taken.Contains(upc.Upc) && !pairs.Contains((upc.ColorCode, upc.SizeName))
            && colors.Any(color => color.Code == upc.ColorCode) && sizes.Any(size => size.Name == upc.SizeName));
        return [.. wanted, .. left];
    }

    private static JoorCategory Category(string text, IReadOnlyList<JoorCategory>? all)
    {
        if (all is not null && Naming.Category(text, all) is { } found)
            return found.Id is { } id ? new JoorCategory { Id = id } : new JoorCategory { Name = found.Name };
        return text.All(char.IsAsciiDigit) ? new JoorCategory { Id = text } : new JoorCategory { Name = text };
    }
}
