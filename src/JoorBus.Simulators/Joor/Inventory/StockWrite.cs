using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>One element of an inventory call, as sent.</summary>
internal sealed record StockWrite
{
    public required string? Upc { get; init; }
    public required string? StyleNumber { get; init; }
    public required string? StyleIdentifier { get; init; }
    public int? StyleId { get; init; }
    public required string? Color { get; init; }
    public int? ColorId { get; init; }
    public required string? Size { get; init; }
    public required string? Warehouse { get; init; }
    public required string? Date { get; init; }
    public required int? Quantity { get; init; }
    public bool IsMadeToOrder { get; init; }

    /// <summary>What the log calls it: the UPC, or all parts.</summary>
    public string Name => Upc ?? $"{StyleNumber}|{StyleIdentifier ?? $"{StyleId}"}|{Color ?? $"{ColorId}"}|{Size}";

    public static StockWrite Of(JsonNode node) => new()
    {
        Upc = node.Text("upc"),
        StyleNumber = node.Text("style_number"),
        // The reference spells it wrong, clients spell it right.
        StyleIdentifier = node.Text("style_identifier") ?? node.Text("style_identifer"),
        StyleId = node.Whole("style_id"),
        Color = node.Text("color_code"),
        ColorId = node.Whole("style_color_id"),
        Size = node.Text("size") ?? node.Text("size_code"),
        Warehouse = node.Text("warehouse"),
        Date = node.Text("inventory_date"),
        Quantity = node.Whole("inventory"),
        IsMadeToOrder = node.Flag("made_to_order") == true,
    };
}
