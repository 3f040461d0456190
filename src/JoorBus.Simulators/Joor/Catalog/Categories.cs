using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR's categories, a few of them.</summary>
internal static class Categories
{
    public static IReadOnlyList<(string Id, string Name, string Parent, string Department)> All { get; } =
    [
        ("2101", "Knitwear", "Clothing", "WOMEN"), ("2102", "Denim", "Clothing", "WOMEN"), ("2103", "Dresses", "Clothing", "WOMEN"),
        ("2104", "Outerwear", "Clothing", "WOMEN"), ("2201", "Shirts", "Clothing", "MEN"), ("2202", "T-Shirts", "Clothing", "UNISEX"),
        ("2301", "Hats", "Accessories", "UNISEX"), ("2405", "Stationery", "General Home", "HOME"), ("2501", "Bodysuits", "Clothing", "BABY_GIRLS"),
    ];

    public static bool IsKnown(string? id) => All.Any(category => category.Id == id);

    public static JoorAnswer ReadV2(JoorCall call) => call.Answer("categories", new JsonObject
    {
        ["category"] = new JsonArray([.. All.Select(category => new JsonObject
        {
            ["category_id"] = int.Parse(category.Id, System.Globalization.CultureInfo.InvariantCulture),
            ["category_name"] = category.Name,
            ["parent_name"] = category.Parent,
            ["department"] = category.Department,
        })]),
    });

    public static JoorAnswer ReadV4(JoorCall call) => V4List.Of(call, All, category => new JsonObject
    {
        ["id"] = category.Id,
        ["name"] = category.Name,
        ["parent_name"] = category.Parent,
        ["department"] = category.Department,
    });
}
