using System.Globalization;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Receiving;

/// <summary>Faults of an item's identity.</summary>
internal static class IdentityFaults
{
    private const int MostFields = 100;
    private const int MostCharacters = 2000;
    private const int MostKept = 1_000_000;

    public static string? Of(StockItem item) =>
        TextFaults.Of("sku", item.Sku, 100)
        ?? TextFaults.Of("upc", item.Upc, 50)
        ?? TextFaults.Of("style number", item.StyleNumber, 45)
        ?? TextFaults.Of("style identifier", item.StyleIdentifier, 100)
        ?? TextFaults.Of("colour code", item.Color?.Code, 100)
        ?? TextFaults.Of("colour name", item.Color?.Name, 100)
        ?? TextFaults.Of("size code", item.Size?.Code, 100)
        ?? TextFaults.Of("size name", item.Size?.Name, 100)
        ?? FieldFault(item.Fields)
        ?? (item.SafetyStock is < 0 or > MostKept
            ? string.Create(CultureInfo.InvariantCulture, $"has a safety stock of {item.SafetyStock}; allowed is 0 to {MostKept:N0}")
            : null)
        ?? (ItemKey.Of(item) is null ? "has no identity; give sku, upc, or style with colour and size" : null);

    private static string? FieldFault(IReadOnlyDictionary<string, string>? fields)
    {
        if (fields is null or { Count: 0 })
        {
            return null;
        }

        if (fields.Count > MostFields)
        {
            return $"has {fields.Count} fields; allowed is {MostFields}";
        }

        return fields
            .Select(field => TextFaults.Of("field name", field.Key, 100, isRequired: true) ?? (field.Value is null ? $"has null in field '{field.Key}'; leave it out" : TextFaults.Of($"field '{field.Key}'", field.Value, MostCharacters)))
            .FirstOrDefault(fault => fault is not null);
    }
}
