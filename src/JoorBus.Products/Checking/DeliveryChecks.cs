using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>Linesheets: names, dates, season and hidden colours.</summary>
internal static class DeliveryChecks
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static Product Of(Product product, CheckContext context)
    {
        var colors = product.Colors.Select(color => color.Code).ToHashSet();
        var codes = new HashSet<string>();
        var left = new List<ProductDelivery>();
        foreach (var delivery in product.Deliveries)
        {
            if ((Fault(delivery, codes, context.IsV4) ?? Hidden(delivery, colors)) is { } sentence)
                context.LeaveOut(ProductParts.Delivery(delivery.Code), $"{sentence} JOOR keeps the linesheet as it is.");
            else
                left.Add(delivery with { HiddenColors = Known(delivery, colors, context) });
        }
        return product with { Deliveries = left };
    }

    private static string? Fault(ProductDelivery delivery, HashSet<string> codes, bool isV4)
    {
        if (string.IsNullOrWhiteSpace(delivery.Code))
            return $"Delivery '{delivery.Name}' has no code; give one that is unique in the account.";
        var what = $"delivery {delivery.Code}";
        if (!codes.Add(delivery.Code))
            return $"The {what} is given twice; the first counts, leave the other out.";
        if (delivery.IsDropped == true)
            return null;
        if (string.IsNullOrWhiteSpace(delivery.Name))
            return $"The {what} has no name; give the name of the linesheet.";
        if (delivery.ShipStart is null != delivery.ShipEnd is null)
            return $"The {what} has only one of first and last day of shipping; give both, or neither for an immediate delivery.";
        if (delivery.ShipStart > delivery.ShipEnd)
            return $"The {what} ships from {delivery.ShipStart:yyyy-MM-dd} to {delivery.ShipEnd:yyyy-MM-dd}; the last day is before the first, correct them.";
        if (isV4 && delivery.ShipStart is { } day && day == delivery.ShipEnd)
            return $"The {what} ships on {day:yyyy-MM-dd} only; JOOR's v4 wants a last day after the first, give a later one.";
        if (delivery.SeasonYear is < FirstYear or > LastYear)
            return $"The year {delivery.SeasonYear} of the {what} is not from {FirstYear} to {LastYear}; correct it.";
        return delivery.DisplayOrder is < 1
            ? $"The place {delivery.DisplayOrder} on the {what} is not 1 or more; correct it."
            : null;
    }

    private static string? Hidden(ProductDelivery delivery, HashSet<string> colors) =>
        delivery.IsDropped != true && colors.Count > 0 && colors.IsSubsetOf(delivery.HiddenColors)
            ? $"The delivery {delivery.Code} hides every colour of the style; show one, or drop the style from it (isDropped)."
            : null;

    private static IReadOnlyList<string> Known(ProductDelivery delivery, HashSet<string> colors, CheckContext context)
    {
        foreach (var code in delivery.HiddenColors.Where(code => !colors.Contains(code)))
        {
            context.LeaveOut(
                $"hidden colour {code} of delivery {delivery.Code}",
                $"Delivery {delivery.Code} hides colour {code}, the style has {CheckContext.Listed(colors)}; name one of them. The rest of the delivery goes.");
        }
        return [.. delivery.HiddenColors.Where(colors.Contains).Distinct()];
    }
}
