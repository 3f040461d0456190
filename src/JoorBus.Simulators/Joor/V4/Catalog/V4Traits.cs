using System.Text;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR's traits; their ids are Base64 of kind and code.</summary>
internal static class V4Traits
{
    public const string ColorId = "U0tVVHJhaXQ6U3R5bGVDb2xvcg==";
    public const string SizeId = "U0tVVHJhaXQ6U2l6ZQ==";

    private static readonly (string Code, string Name)[] Product =
    [
        ("CONTAINSFUR", "Contains Fur"), ("COUNTRYOFORIGIN", "Country of Origin"), ("DIVISION", "Division"), ("FABNAME", "Fabrication Name"),
        ("HEELHEIGHT", "Heel Height"), ("MAT", "Materials"), ("MEASUREMENTS", "Measurements"), ("SILHOUETTE", "Silhouette Name"),
    ];

    public static IReadOnlyList<(string Id, string Name, string Type)> All { get; } =
    [
        (ColorId, "Color", "sku"),
        (SizeId, "Size", "sku"),
        .. Product.Select(trait => (Convert.ToBase64String(Encoding.UTF8.GetBytes($"ProductTrait:{trait.Code}")), trait.Name, "product")),
    ];

    public static JoorAnswer Read(JoorCall call) =>
        V4List.Of(call, All, trait => new JsonObject { ["id"] = trait.Id, ["name"] = trait.Name, ["type"] = trait.Type });

    /// <summary>The trait a value names by trait_id or trait_name; null when there is no such one of this type.</summary>
    public static string? NameOf(JsonNode value, string type)
    {
        var (id, name) = (value.Text("trait_id"), value.Text("trait_name"));
        return All.FirstOrDefault(trait => trait.Type == type
            && (id is not null ? trait.Id == id : trait.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).Name;
    }
}
