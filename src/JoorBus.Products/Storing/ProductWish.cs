using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Products;

namespace JoorBus.Products.Storing;

/// <summary>What the brand's system wants of a style: of the two scopes the newer word.</summary>
internal sealed record ProductWish(long Version, string? Content, IReadOnlyList<StoredRemoval> Removals)
{
    /// <summary>Nothing was ever said.</summary>
    public static ProductWish Nothing { get; } = new(-1, null, []);

    /// <summary>Null while only removals are known.</summary>
    public Product? Product => Content is null ? null : JsonSerializer.Deserialize(Content, ContractsJson.Default.Product);

    /// <summary>Equal for equal wishes.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Content}|{string.Join('|', Active().OrderBy(removal => removal.ColorCode, StringComparer.Ordinal).ThenBy(removal => removal.Size, StringComparer.Ordinal).Select(removal => $"{removal.ColorCode}:{removal.Size}"))}")))[..16];

    /// <summary>Removals that stand: a newer product that names the colour, the size or the style again lifts them.</summary>
    public IReadOnlyList<StoredRemoval> Active()
    {
        if (Content is null)
            return Removals;
        var product = Product!;
        return [.. Removals.Where(removal => removal.Version >= Version || !Names(product, removal))];
    }

    private static bool Names(Product product, StoredRemoval removal) =>
        removal.ColorCode.Length > 0 ? product.Colors.Any(color => color.Code == removal.ColorCode)
        : removal.Size.Length == 0 || product.Sizes.Any(size => size.Name == removal.Size);
}

/// <summary>A removal as stored: empty colour and size mean the whole style.</summary>
internal sealed record StoredRemoval(string ColorCode, string Size, long Version, string? Reason);
