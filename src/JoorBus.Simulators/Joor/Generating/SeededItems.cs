using JoorBus.Contracts;

namespace JoorBus.Simulators.Joor;

/// <summary>The items that an account of this size begins with, by number. Orders name the same ones.</summary>
internal sealed class SeededItems(JoorCatalogSeed seed)
{
    private static readonly int[] Steps = [7, 11, 13, 1];
    private readonly (int Styles, int Colors, int Sizes) _size = seed.Styles > 0
        ? (seed.Styles, Math.Max(1, seed.Colors), Math.Max(1, seed.Sizes))
        : (Fashion.Styles.Count, Fashion.Colors.Count, Fashion.Sizes.Count);

    public int Count => _size.Styles * _size.Colors * _size.Sizes;

    /// <summary>Prime to the number of items, so that an order names each item once.</summary>
    public int Step => Steps.First(step => step == 1 || Count % step != 0);

    public SeededItem this[int number]
    {
        get
        {
            var style = number / (_size.Colors * _size.Sizes) % _size.Styles;
            var color = number / _size.Sizes % _size.Colors;
            var size = number % _size.Sizes;
            var (name, styleNumber, wholesale) = Fashion.Styles[style % Fashion.Styles.Count];
            var round = style / Fashion.Styles.Count;
            return new(
                style,
                round == 0 ? name : $"{name} {round + 1}",
                round == 0 ? styleNumber : $"{styleNumber}-{round + 1}",
                OneOf(Fashion.Colors, color),
                OneOf(Fashion.Sizes, size),
                Upc.Of((((style * Math.Max(10, _size.Colors)) + color) * Math.Max(10, _size.Sizes)) + size),
                wholesale);
        }
    }

    private static Coded OneOf(IReadOnlyList<Coded> choices, int index)
    {
        var (choice, round) = (choices[index % choices.Count], index / choices.Count);
        return round == 0 ? choice : new Coded { Code = $"{choice.Code}{round + 1}", Name = $"{choice.Name} {round + 1}" };
    }
}

internal sealed record SeededItem(int Style, string StyleName, string StyleNumber, Coded Color, Coded Size, string Upc, decimal Wholesale);
