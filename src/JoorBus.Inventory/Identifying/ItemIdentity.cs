using System.Text.Json;
using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Identifying;

/// <summary>What the warehouse says of an item beside its numbers, as it is stored with each level.</summary>
public sealed record ItemIdentity
{
    public string? Sku { get; init; }

    public string? Upc { get; init; }

    public string? StyleNumber { get; init; }

    public string? StyleIdentifier { get; init; }

    public string? ColorCode { get; init; }

    public string? ColorName { get; init; }

    public string? SizeName { get; init; }

    public string? SizeCode { get; init; }

    /// <summary>Units of this item kept back; null leaves it to warehouse and connection.</summary>
    public int? SafetyStock { get; init; }

    /// <summary>True keeps the item out of every marketplace.</summary>
    public bool? SkipPush { get; init; }

    /// <summary>True keeps the item out of JOOR only.</summary>
    public bool? SkipJoor { get; init; }

    /// <summary>The item's own fields, for templates.</summary>
    public IReadOnlyDictionary<string, string>? Fields { get; init; }

    /// <summary>Whether the warehouse keeps the item out of JOOR.</summary>
    internal bool IsSkipped => SkipPush == true || SkipJoor == true;

    /// <summary>Trimmed; what is empty or false is left out, so that the same item always makes the same text.</summary>
    public static ItemIdentity Of(StockItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ItemIdentity
        {
            Sku = ItemKey.Given(item.Sku),
            Upc = ItemKey.Given(item.Upc),
            StyleNumber = ItemKey.Given(item.StyleNumber),
            StyleIdentifier = ItemKey.Given(item.StyleIdentifier),
            ColorCode = ItemKey.Given(item.Color?.Code),
            ColorName = ItemKey.Given(item.Color?.Name),
            SizeName = ItemKey.Given(item.Size?.Name),
            SizeCode = ItemKey.Given(item.Size?.Code),
            SafetyStock = item.SafetyStock,
            SkipPush = item.SkipPush == true ? true : null,
            SkipJoor = item.SkipJoor == true ? true : null,
            Fields = item.Fields is { Count: > 0 } ? item.Fields : null,
        };
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ItemIdentity Read(string text) =>
        JsonSerializer.Deserialize(text, InventoryJson.Default.ItemIdentity) ?? throw new JsonException("an item's identity is JSON null");

    /// <summary>Canonical JSON: equal identities make equal texts.</summary>
    public string Write() => ItemIdentityWriter.Write(this);
}
