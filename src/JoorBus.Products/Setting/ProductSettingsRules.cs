using System.Globalization;

namespace JoorBus.Products.Setting;

/// <summary>What settings of products may be.</summary>
public static class ProductSettingsRules
{
    /// <summary>Every fault, as a sentence that names the field, its value and what is allowed; empty when the settings can be used.</summary>
    public static IReadOnlyList<string> Faults(ProductSettings settings)
    {
        var faults = new List<string>();
        if (settings.MaxStylesPerRequest is < 1 or > 1000)
            faults.Add(Say($"maxStylesPerRequest is {settings.MaxStylesPerRequest}; allowed is 1 to 1000"));
        if (settings.CreditShare is < 0.05m or > 1)
            faults.Add(Say($"creditShare is {settings.CreditShare}; allowed is 0.05 to 1"));
        if (settings.ReconcileEvery is { } every && (every < TimeSpan.FromHours(1) || every > TimeSpan.FromDays(30)))
            faults.Add(Say($"reconcileEvery is {every}; allowed is 01:00:00 to 30.00:00:00, or null for never"));
        foreach (var type in settings.PriceTypes ?? [])
        {
            if (string.IsNullOrWhiteSpace(type.Label))
                faults.Add("A price type of priceTypes has no label; write it exactly as in JOOR");
            if (type.Currency is not { Length: 3 } || !type.Currency.All(char.IsAsciiLetterUpper))
                faults.Add(Say($"The currency '{type.Currency}' of price type '{type.Label}' is no ISO 4217 code; write three capital letters, such as EUR"));
        }

        if (settings.PriceTypes?.GroupBy(type => type).FirstOrDefault(same => same.Count() > 1)?.Key is { } twice)
            faults.Add(Say($"Price type {twice.Currency} '{twice.Label}' is there twice; name it once"));
        return faults;
    }

    private static string Say(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
