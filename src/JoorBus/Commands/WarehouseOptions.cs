using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Commands;

/// <summary>The map from the warehouse system's warehouses to JOOR's.</summary>
internal sealed class WarehouseOptions
{
    private const string Field = "warehouses";
    private readonly Option<string[]> _map = new("--map") { Description = "WMS=JOOR: a warehouse of the WMS and the one of JOOR's that it feeds; several may feed one; may be given several times" };
    private readonly Option<string[]> _unmap = new("--unmap") { Description = "A warehouse of the WMS that feeds none of JOOR's any more; JOOR's stock from it becomes 0" };
    private readonly Option<string[]> _safetyStock = new("--warehouse-safety-stock") { Description = "WMS=UNITS kept back in that warehouse, or WMS=none" };

    public void AddTo(Command command)
    {
        command.Add(_map);
        command.Add(_unmap);
        command.Add(_safetyStock);
    }

    public void Apply(ParseResult parsed, SettingEdits edits)
    {
        foreach (var (wms, joor) in edits.Pairs(_map).ToList())
        {
            if (Find(edits, wms) is { } mapped)
                Replace(edits, mapped, "joor", joor);
            else
                edits.Set(Field, new JsonArray([.. All(edits).Select(one => one.DeepClone()), new JsonObject { ["wms"] = wms, ["joor"] = joor }]));
        }

        foreach (var wms in parsed.GetValue(_unmap) ?? [])
        {
            if (Find(edits, wms) is { } mapped)
                edits.Set(Field, new JsonArray([.. All(edits).Where(one => one != mapped).Select(one => one.DeepClone())]));
            else
                edits.Refuse($"--unmap names '{wms}', which is not mapped");
        }

        foreach (var (wms, units) in edits.Pairs(_safetyStock).ToList())
            SetSafetyStock(edits, wms, units);
    }

    private void SetSafetyStock(SettingEdits edits, string wms, string units)
    {
        var isNone = units.Equals("none", StringComparison.OrdinalIgnoreCase);
        var number = 0;
        if (Find(edits, wms) is not { } mapped)
            edits.Refuse($"{_safetyStock.Name} names '{wms}', which is not mapped; map it with --map '{wms}=…'");
        else if (!isNone && !int.TryParse(units, CultureInfo.InvariantCulture, out number))
            edits.Refuse($"{_safetyStock.Name} for '{wms}' is '{units}'; allowed is a whole number, or none");
        else
            Replace(edits, mapped, "safetyStock", isNone ? null : number);
    }

    private static void Replace(SettingEdits edits, JsonNode mapped, string field, JsonNode? value) =>
        edits.Set(Field, new JsonArray([.. All(edits).Select(one =>
        {
            var copy = one.DeepClone();
            if (one == mapped)
                copy[field] = value;
            return copy;
        })]));

    private static IEnumerable<JsonNode> All(SettingEdits edits) => edits.Settings[Field]!.AsArray().OfType<JsonNode>();

    private static JsonNode? Find(SettingEdits edits, string wms) => All(edits).FirstOrDefault(one => one["wms"]!.GetValue<string>() == wms);
}
