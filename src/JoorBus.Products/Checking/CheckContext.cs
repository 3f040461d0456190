using System.Globalization;
using JoorBus.Joor;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Checking;

/// <summary>What the checks know, and the faults that they find.</summary>
internal sealed class CheckContext(PlanInput input)
{
    private readonly List<ProductFault> _faults = [];

    public IReadOnlyList<ProductFault> Faults => _faults;

    public AccountFacts Facts => input.Facts;

    public ProductSettings Settings => input.Settings;

    public bool IsV4 => input.Api == JoorApiVersion.V4;

    public ImageFacts? Image(Uri url) => input.Images.GetValueOrDefault(url);

    /// <summary>Leaves a part out.</summary>
    public void LeaveOut(string part, string sentence) => _faults.Add(new ProductFault(part, sentence, StopsStyle: false));

    /// <summary>Stops the whole style.</summary>
    public void Stop(string sentence) => _faults.Add(new ProductFault(ProductParts.Style, sentence, StopsStyle: true));

    /// <summary>Stops the style when a text is missing or too long.</summary>
    public void StopUnlessFits(string what, string? value, int most)
    {
        if (string.IsNullOrWhiteSpace(value))
            Stop($"The {what} is missing; give 1 to {Number(most)} characters.");
        else if (value.Length > most)
            Stop($"{TooLong(what, value, most)} Shorten it.");
    }

    public static string TooLong(string what, string value, int most) =>
        $"The {what} '{Short(value)}' has {Number(value.Length)} characters, JOOR takes at most {Number(most)}.";

    /// <summary>A value short enough for a sentence.</summary>
    public static string Short(string value) => value.Length <= 40 ? value : string.Concat(value.AsSpan(0, 37), "…");

    public static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Listed(IEnumerable<string> names)
    {
        var all = names.Distinct().Order(StringComparer.Ordinal).ToList();
        return all.Count switch
        {
            0 => "none",
            <= 20 => string.Join(", ", all),
            _ => $"{string.Join(", ", all.Take(20))} and {Number(all.Count - 20)} more",
        };
    }
}
