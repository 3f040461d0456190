using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Http;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary>Settings for people. Returns the exit code.</summary>
internal static class SettingsReport
{
    public static int Write(TextWriter output, SettingsView view, string what)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        foreach (var (name, value) in view.Settings)
            grid.AddRow(new Text(name), new Text(Shown(value)));
        output.WriteLine(view.Version == 0 ? $"{view.Connection}: nothing was set yet; these are the defaults of {what}." : $"{view.Connection}: settings of {what}, version {view.Version}.");
        Screen.On(output).Write(grid);
        if (view.Settings["isOn"] is JsonValue isOn && isOn.TryGetValue<bool>(out var on) && on && view.Settings["warehouses"] is JsonArray { Count: 0 })
            output.WriteLine("No warehouse is mapped, so nothing is pushed; map one with --map WMS-WAREHOUSE=Default.");
        return ExitCode.Done;
    }

    private static string Shown(JsonNode? value) => value switch
    {
        null => "none",
        JsonArray { Count: 0 } => "none",
        JsonArray list => string.Join("; ", list.Select(one => Shown(one))),
        JsonObject mapping when mapping.ContainsKey("wms") => $"{mapping["wms"]} → {mapping["joor"]}{(mapping["safetyStock"] is { } kept ? $" (keeps back {kept})" : "")}",
        JsonObject hours when hours.ContainsKey("from") => $"{hours["from"]}-{hours["to"]}",
        JsonObject type when type.ContainsKey("label") => $"{type["currency"]} {type["label"]}",
        JsonObject parts => string.Join(", ", parts.Select(part => $"{part.Key} {Shown(part.Value)}")),
        _ when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False => value.GetValue<bool>() ? "yes" : "no",
        _ => value.ToJsonString(),
    };
}
