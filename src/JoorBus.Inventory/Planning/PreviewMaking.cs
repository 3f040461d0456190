using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;

namespace JoorBus.Inventory.Planning;

/// <summary>From facts and plan to what people see of them.</summary>
internal static class PreviewMaking
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static StockPreview Of(PlanningFacts facts, StockPlan plan)
    {
        var changed = plan.Slots.ToDictionary(slot => slot.Key);
        var items = plan.Items.Concat(facts.Known).DistinctBy(item => item.Item, StringComparer.Ordinal).ToDictionary(item => item.Item, StringComparer.Ordinal);
        var mapped = facts.Settings.Warehouses.Select(mapping => mapping.Wms).ToHashSet(StringComparer.Ordinal);
        return new StockPreview
        {
            Items = [.. facts.Items.Where(items.ContainsKey).Order(StringComparer.Ordinal).Select(item => Item(facts, plan, changed, items[item]))],
            UnmappedWarehouses = facts.Items.SelectMany(item => facts.Levels[item]).Where(level => !mapped.Contains(level.Warehouse))
                .CountBy(level => level.Warehouse, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal),
        };
    }

    public static PushPreview Request(InventorySettings settings, IReadOnlyList<ClaimedEntry> entries, bool isOverwrite)
    {
        var options = new JoorStockOptions { Overwrite = isOverwrite, DecPending = settings.DecPending, SaysImmediate = settings.SaysImmediate, SpellsIdentifer = settings.SpellsIdentifer };
        IReadOnlyList<JoorStock> sent = [.. entries.OrderBy(entry => entry.Slot.Wanted.IsMadeToOrder).Select(entry => entry.Slot.ToJoorStock())];
        return new PushPreview(sent, options, Body(sent, options));
    }

    private static PreviewedItem Item(PlanningFacts facts, StockPlan plan, Dictionary<SlotKey, Slot> changed, KnownItem item)
    {
        var stored = item.JoorItem is null ? [] : facts.Slots[item.JoorItem].Where(slot => !plan.Gone.Contains(slot.Key));
        var slots = changed.Values.Where(slot => slot.Key.JoorItem == item.JoorItem).Concat(stored).DistinctBy(slot => slot.Key);
        return new PreviewedItem(item.Item)
        {
            JoorItem = facts.Names.TryGetValue(item.Item, out var naming) ? naming.Item : null,
            Reason = item.Reason,
            IsSkipped = item.IsSkipped,
            Slots = [.. slots.OrderBy(slot => slot.Key.Warehouse, StringComparer.Ordinal).ThenBy(slot => slot.Key.Day)],
        };
    }

    private static string Body(IReadOnlyList<JoorStock> entries, JoorStockOptions options)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Indented))
        {
            json.WriteStartObject();
            json.WriteStartArray("inventory_items");
            foreach (var entry in entries)
                Write(json, entry, options);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, JoorStock entry, JoorStockOptions options)
    {
        json.WriteStartObject();
        Text("warehouse", entry.Warehouse);
        Text("inventory_date", entry.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (options.SaysImmediate ? "IMMEDIATE" : null));
        Text("style_number", entry.StyleNumber);
        Text(options.SpellsIdentifer ? "style_identifer" : "style_identifier", entry.StyleIdentifier);
        Text("color_code", entry.ColorCode);
        Text("size", entry.Size);
        json.WriteNumber("inventory", entry.Quantity);
        Text("upc", entry.Upc);
        if (entry.MadeToOrder is { } madeToOrder)
            json.WriteBoolean("made_to_order", madeToOrder);
        json.WriteEndObject();

        void Text(string name, string? value)
        {
            if (value is not null)
                json.WriteString(name, value);
        }
    }
}
