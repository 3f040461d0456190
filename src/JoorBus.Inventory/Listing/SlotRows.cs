using System.Globalization;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Inventory.Listing;

/// <summary>Rows of what JOOR shall hold, by key.</summary>
internal sealed class SlotRows(Database database, WarehouseNumbers numbers)
{
    private const string Select =
        """
        select joor_item, warehouse, day, wanted, wanted_mto, changed_at, is_dirty, is_refused, pushed, pushed_at, push_id is not null, attempts, next_attempt_at, answer, log_id
        from joor_stock
        where connection = $1 and (joor_item, warehouse, day) > ($2, $3, $4::text::date) and ($5::text is null or warehouse = $5) and ($6::text[] is null or joor_item = any($6)){0}
        order by joor_item, warehouse, day limit $7
        """;

    public async Task<IReadOnlyList<InventoryRow>> ReadAsync(ListFilter filter, InventorySettings settings, string name, ListCursor? after, int limit, CancellationToken cancellationToken)
    {
        var state = filter.State switch
        {
            InventoryStates.Pending => " and is_dirty and not is_refused",
            InventoryStates.Refused => " and is_refused",
            InventoryStates.Pushed => " and not is_dirty and not is_refused and not is_skipped",
            _ => "",
        };
        // An item without a key sorts before all others. The day goes as text: the driver takes the first day of all for minus infinity.
        var slots = await database.Command(Select.Replace("{0}", state, StringComparison.Ordinal))
            .With(filter.Connection, after?.Item ?? "", after?.Warehouse ?? "", (after?.Day ?? DateOnly.MinValue).ToString("O", CultureInfo.InvariantCulture))
            .WithText(filter.Warehouse).WithTexts(filter.Found?.JoorItems).With(limit)
            .ReadAllAsync(reader => Read(reader, name), cancellationToken);
        var items = await numbers.ItemsOfAsync(filter.Connection, slots.Select(slot => slot.JoorItem!).ToHashSet(StringComparer.Ordinal), cancellationToken);
        var levels = await numbers.OfAsync(filter.Connection, items.SelectMany(group => group).ToHashSet(StringComparer.Ordinal), cancellationToken);
        return [.. slots.Select(slot => slot with { Items = [.. items[slot.JoorItem!]], Wms = [.. Wms(slot, items[slot.JoorItem!].SelectMany(item => levels[item]), settings)] })];
    }

    private static IEnumerable<WmsQuantity> Wms(InventoryRow slot, IEnumerable<StockLevel> levels, InventorySettings settings)
    {
        var feeding = settings.Warehouses.Where(mapping => mapping.Joor == slot.Warehouse).Select(mapping => mapping.Wms).ToHashSet(StringComparer.Ordinal);
        return levels.Where(level => feeding.Contains(level.Warehouse))
            .Select(level => new WmsQuantity(level.Warehouse, WarehouseNumbers.Quantity(level, settings.Basis, slot.Day)));
    }

    private static InventoryRow Read(NpgsqlDataReader reader, string name)
    {
        var day = reader.GetFieldValue<DateOnly>(2);
        return new InventoryRow
        {
            Connection = name,
            State = reader.GetBoolean(7) ? InventoryStates.Refused : reader.GetBoolean(6) ? InventoryStates.Pending : InventoryStates.Pushed,
            JoorItem = reader.GetString(0),
            Warehouse = reader.GetString(1),
            Day = day == DateOnly.MinValue ? null : day,
            Wanted = reader.GetInt32(3),
            IsMadeToOrder = reader.GetBoolean(4),
            ChangedAt = reader.GetFieldValue<DateTimeOffset>(5),
            Pushed = reader.Number(8),
            PushedAt = reader.Time(9),
            IsUnderWay = reader.GetBoolean(10),
            Attempts = reader.GetInt32(11),
            NextAttemptAt = reader.Time(12),
            Answer = reader.Text(13),
            LogId = reader.Text(14),
            Reason = reader.GetBoolean(7) ? reader.Text(13) : null,
        };
    }
}
