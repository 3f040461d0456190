using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>UPCs and SKUs of colours and sizes.</summary>
internal static class SkuChecks
{
    private const int UpcLength = 45;

    public static Product Of(Product product, CheckContext context)
    {
        var (colors, sizes) = (product.Colors.Select(color => color.Code).ToHashSet(), product.Sizes.Select(size => size.Name).ToHashSet());
        var (pairs, upcs) = (new HashSet<(string, string)>(), new HashSet<string>());
        var left = new List<ProductSku>();
        foreach (var sku in product.Skus)
        {
            var part = ProductParts.Sku(sku);
            if (!colors.Contains(sku.ColorCode))
                context.LeaveOut(part, $"SKU {sku.ColorCode}/{sku.Size} names colour {sku.ColorCode}, the style has {CheckContext.Listed(colors)}; name one of them or add the colour.");
            else if (!sizes.Contains(sku.Size))
                context.LeaveOut(part, $"SKU {sku.ColorCode}/{sku.Size} names size {sku.Size}, the style has {CheckContext.Listed(sizes)}; name one of them or add the size.");
            else if (!pairs.Add((sku.ColorCode, sku.Size)))
                context.LeaveOut(part, $"SKU {sku.ColorCode}/{sku.Size} is given twice; the first counts, leave the other out.");
            else
                left.Add(sku.Upc is { } upc && !IsUsable(upc, sku, upcs, context) ? sku with { Upc = null } : sku);
        }
        return product with { Skus = left };
    }

    private static bool IsUsable(string upc, ProductSku sku, HashSet<string> upcs, CheckContext context)
    {
        var part = $"UPC {CheckContext.Short(upc)}";
        if (upc.Length is 0 or > UpcLength || upc.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            context.LeaveOut(part, $"UPC '{CheckContext.Short(upc)}' of {sku.ColorCode}/{sku.Size} is not 1 to {UpcLength} characters without blanks; correct it. The SKU goes without it.");
            return false;
        }
        if (upcs.Add(upc))
            return true;
        context.LeaveOut(part, $"UPC {upc} is given twice, the second time for {sku.ColorCode}/{sku.Size}; a UPC names one colour in one size. The second goes without it.");
        return false;
    }
}
