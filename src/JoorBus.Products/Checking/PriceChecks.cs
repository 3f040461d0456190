using System.Globalization;
using JoorBus.Contracts.Products;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Checking;

/// <summary>Prices: amounts, currencies, and price types by exact currency and label.</summary>
internal static class PriceChecks
{
    private const decimal Most = 10_000_000m;

    public static Product Of(Product product, CheckContext context)
    {
        var names = new HashSet<PriceTypeName>();
        var left = new List<ProductPrice>();
        foreach (var price in product.Prices)
        {
            var name = new PriceTypeName(price.Currency, price.Label);
            if (context.Settings.PriceTypes is { } sent && !sent.Contains(name))
                continue;
            if (Fault(price, name, names, context) is { } sentence)
                context.LeaveOut(ProductParts.Price(price), sentence);
            else
                left.Add(WithSoundRetail(price, context));
        }
        return product with { Prices = left };
    }

    private static string? Fault(ProductPrice price, PriceTypeName name, HashSet<PriceTypeName> names, CheckContext context)
    {
        if (string.IsNullOrWhiteSpace(price.Label))
            return $"A price in {price.Currency} has no label; give the label of a price type in JOOR.";
        if (!IsCurrency(price.Currency))
            return $"The currency '{price.Currency}' of price {price.Label} is not three capital letters such as EUR; correct it.";
        if (price.Wholesale is < 0 or > Most)
            return $"The wholesale price {Amount(price.Wholesale)} {price.Currency} of {price.Label} is not from 0 to {CheckContext.Number((long)Most)}; correct it.";
        if (!names.Add(name))
            return $"Price {price.Currency} {price.Label} is given twice; the first counts, leave the other out.";
        return Exists(name, context) ? null
            : $"JOOR has no price type '{price.Label}' in {price.Currency}; it has {CheckContext.Listed(context.Facts.PriceTypes.Select(type => $"{type.Currency} {type.Name}"))}. "
                + "Spell it exactly as in JOOR, add it there, or choose the price types in the settings.";
    }

    private static bool Exists(PriceTypeName name, CheckContext context) => !context.Facts.RefusedPriceTypes.Contains(name)
        && (!context.Facts.HasAllPriceTypes || context.Facts.PriceTypes.Any(type => type.Currency == name.Currency && type.Name == name.Label));

    private static ProductPrice WithSoundRetail(ProductPrice price, CheckContext context)
    {
        if (price.Retail is not { } retail)
            return price with { RetailCurrency = null };
        if (RetailFault(price, retail, context) is not { } sentence)
            return price;
        context.LeaveOut(ProductParts.Retail(price), $"{sentence} The wholesale price goes without it.");
        return price with { Retail = null, RetailCurrency = null };
    }

    private static string? RetailFault(ProductPrice price, decimal retail, CheckContext context)
    {
        var currency = price.RetailCurrency ?? price.Currency;
        if (!IsCurrency(currency))
            return $"The retail currency '{currency}' of price {price.Label} is not three capital letters such as EUR; correct it.";
        if (retail is < 0 or > Most)
            return $"The retail price {Amount(retail)} {currency} of {price.Label} is not from 0 to {CheckContext.Number((long)Most)}; correct it.";
        var type = context.Facts.PriceTypes.FirstOrDefault(type => type.Currency == price.Currency && type.Name == price.Label);
        return type?.RetailCurrency is { } needed && needed != currency
            ? $"The retail price of {price.Currency} {price.Label} is in {currency}, JOOR's price type has {needed}; give it in {needed} or change the price type."
            : null;
    }

    private static bool IsCurrency(string? text) => text is { Length: 3 } && text.All(char.IsAsciiLetterUpper);

    private static string Amount(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
