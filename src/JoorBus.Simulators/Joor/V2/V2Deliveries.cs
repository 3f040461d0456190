using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Linesheets inside a style's node. The node of hidden colours is a guess: color_exclusions.</summary>
internal static class V2Deliveries
{
    private static readonly string[] Dates = ["date_delivery_start", "date_delivery_end"];

    public static string? Fault(JsonNode node)
    {
        if (node.Child("delivery_overwrite") is not null && node.Whole("delivery_overwrite") is not (>= 1 and <= 4))
            return "delivery_overwrite must be 1, 2, 3 or 4";
        return node.Items("deliveries", "delivery").Select(Wrong).FirstOrDefault(fault => fault is not null);
    }

    public static void Apply(CatalogStyle style, JsonNode node)
    {
        if (node.Child("deliveries") is not null)
            style.Deliveries = CatalogDelivery.Join(style.Deliveries, [.. node.Items("deliveries", "delivery").OfType<JsonObject>()], node.Whole("delivery_overwrite") ?? 1);
    }

    /// <summary>A day by either of the names seen.</summary>
    public static DateOnly? Day(JsonNode delivery, string which) =>
        DateOnly.TryParseExact(delivery.Text($"date_delivery_{which}") ?? delivery.Text($"date_ship_{which}"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string? Wrong(JsonNode delivery) =>
        delivery.Text("delivery_code") is null && delivery.Text("delivery_name") is null ? "delivery_name is required"
        : Array.Find(Dates, name => delivery.Text(name) is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) is { } date ? $"{date} is no date"
        : Day(delivery, "end") < Day(delivery, "start") ? "date_delivery_end is before date_delivery_start"
        : delivery.Text("season_year") is not null && delivery.Whole("season_year") is not (>= 2000 and <= 2100) ? "season_year is no year"
        : null;
}
