using System.Globalization;

namespace JoorBus.Inventory.Setting;

/// <summary>Faults of the map from the warehouse system's warehouses to JOOR's.</summary>
internal static class WarehouseRules
{
    private const int MostCharacters = 100;
    private const int MostUnits = 1_000_000;
    private const int MostWarehouses = 1000;

    public static IEnumerable<string> Faults(InventorySettings settings, IReadOnlyCollection<string>? known)
    {
        var map = settings.Warehouses;
        if (settings.IsOn && map.Count == 0)
        {
            yield return "stock is on and no warehouse is mapped, so nothing would be pushed; map at least one";
        }

        if (map.Count > MostWarehouses)
        {
            yield return $"{map.Count} warehouses are mapped; allowed is {MostWarehouses}";
        }

        foreach (var fault in map.SelectMany(Faults))
        {
            yield return fault;
        }

        foreach (var twice in map.Where(one => !string.IsNullOrWhiteSpace(one.Wms)).GroupBy(one => one.Wms.Trim(), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            yield return $"WMS warehouse '{twice.Key}' is mapped {twice.Count()} times; map it once";
        }

        foreach (var joor in Unknown(map, known))
        {
            yield return known!.Count == 0
                ? $"JOOR knows no warehouse '{joor}'; it lists none at all for this connection"
                : $"JOOR knows no warehouse '{joor}'; it knows {string.Join(", ", known.Order(StringComparer.Ordinal).Select(name => $"'{name}'"))}";
        }
    }

    private static IEnumerable<string> Unknown(IReadOnlyList<WarehouseMapping> map, IReadOnlyCollection<string>? known) => known is null
        ? []
        : map.Where(one => !string.IsNullOrWhiteSpace(one.Joor)).Select(one => one.Joor).Distinct(StringComparer.Ordinal).Where(joor => !known.Contains(joor, StringComparer.Ordinal));

    private static IEnumerable<string> Faults(WarehouseMapping one)
    {
        if (string.IsNullOrWhiteSpace(one.Wms) || string.IsNullOrWhiteSpace(one.Joor))
        {
            yield return $"a mapped warehouse has no name (WMS '{one.Wms}', JOOR '{one.Joor}'); give both";
        }
        else if (one.Wms.Length > MostCharacters || one.Joor.Length > MostCharacters)
        {
            yield return $"a warehouse's name has more than {MostCharacters} characters: '{one.Wms}', '{one.Joor}'";
        }
        else if (one.Wms.Trim() != one.Wms || one.Joor.Trim() != one.Joor)
        {
            yield return $"a warehouse's name begins or ends with a space: '{one.Wms}', '{one.Joor}'";
        }

        if (one.SafetyStock is < 0 or > MostUnits)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"safetyStock of WMS warehouse '{one.Wms}' is {one.SafetyStock}; allowed is 0 to {MostUnits}");
        }
    }
}
