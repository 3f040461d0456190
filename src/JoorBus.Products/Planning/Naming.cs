using JoorBus.Joor;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Planning;

/// <summary>Finds what the account has by the words of the brand.</summary>
internal static class Naming
{
    /// <summary>By id, else by name; null when there is none, or several of this name.</summary>
    public static JoorCategory? Category(string text, IReadOnlyList<JoorCategory> all) =>
        all.FirstOrDefault(category => category.Id == text)
            ?? (all.Where(category => category.Name == text).Take(2).ToList() is [var only] ? only : null);

    /// <summary>By code, else by name and year.</summary>
    public static JoorSeason? Season(SeasonName wanted, IReadOnlyList<JoorSeason> all) =>
        (wanted.Code is { } code ? all.FirstOrDefault(season => season.ExternalId == code) : null)
            ?? all.FirstOrDefault(season => season.Name == wanted.Name && (wanted.Year is null || season.Year == wanted.Year) && (wanted.Code is null || season.ExternalId is null));

    /// <summary>By the delivery's code; one that people made without a code, by its id.</summary>
    public static JoorCollection? Collection(string code, IReadOnlyList<JoorCollection> all) =>
        all.FirstOrDefault(collection => collection.ExternalId == code) ?? all.FirstOrDefault(collection => collection.ExternalId is null && collection.Id == code);

    public static JoorPriceType? PriceType(PriceTypeName name, IReadOnlyList<JoorPriceType> all) =>
        all.FirstOrDefault(type => type.Currency == name.Currency && type.Name == name.Label);
}
