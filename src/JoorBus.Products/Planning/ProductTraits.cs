using System.Text;
using JoorBus.Contracts;
using JoorBus.Contracts.Products;
using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>A trait of v4 that holds a field of the style.</summary>
/// <remarks>Its id is the Base64 of <c>ProductTrait:CODE</c>; codes of measurements and silhouette are not documented, their names are.</remarks>
internal sealed record ProductTrait(string Code, string Name, Func<Product, Product> Without)
{
    public JoorTrait? Find(IReadOnlyList<JoorTrait> all)
    {
        var id = Convert.ToBase64String(Encoding.UTF8.GetBytes($"ProductTrait:{Code}"));
        return all.FirstOrDefault(trait => trait.Id == id)
            ?? all.FirstOrDefault(trait => Name.Equals(trait.Name, StringComparison.OrdinalIgnoreCase) && !"sku".Equals(trait.Type, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>The fields of a style that v4 takes as values of traits.</summary>
internal static class ProductTraits
{
    private static readonly ProductTrait Division = new("DIVISION", "Division", product => product with { Division = null });
    private static readonly ProductTrait Fabrication = new("FABNAME", "Fabrication Name", product => product with { Fabrication = null });
    private static readonly ProductTrait Silhouette = new("SILHOUETTE", "Silhouette Name", product => product with { Silhouette = null });
    private static readonly ProductTrait Country = new("COUNTRYOFORIGIN", "Country of Origin", product => product with { CountryOfOrigin = null });
    private static readonly ProductTrait Measurements = new("MEASUREMENTS", "Measurements", product => product with { Measurements = null });
    private static readonly ProductTrait Materials = new("MAT", "Materials", product => product with { Materials = [] });

    public static IEnumerable<(ProductTrait Trait, string Value, string? Code)> Of(Product product)
    {
        IEnumerable<(ProductTrait, string?, string?)> all =
        [
            Named(Division, product.Division),
            Named(Fabrication, product.Fabrication),
            Named(Silhouette, product.Silhouette),
            (Country, product.CountryOfOrigin, null),
            (Measurements, product.Measurements, null),
            .. product.Materials.Select(material => (Materials, (string?)material, (string?)null)),
        ];
        return all.Where(value => !string.IsNullOrEmpty(value.Item2)).Select(value => (value.Item1, value.Item2!, value.Item3));
    }

    private static (ProductTrait, string?, string?) Named(ProductTrait trait, Coded? value) => (trait, value?.Name ?? value?.Code, value?.Code);
}
