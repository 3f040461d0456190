using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>Puts changed settings over the present ones, and tells each value that cannot be read.</summary>
internal static class SettingsPatch
{
    private const int LongestShown = 100;

    private static readonly Dictionary<string, Type> Known = SettingsJson.Api.GetTypeInfo(typeof(JoorConnectionOptions))
        .Properties.ToDictionary(property => property.Name, property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType);

    public static (JoorConnectionOptions Options, IReadOnlyList<FieldFault> Faults) Apply(JoorConnectionOptions present, JsonObject changes)
    {
        var faults = new List<FieldFault>();
        var merged = JsonSerializer.SerializeToNode(present, SettingsJson.Api)!.AsObject();
        foreach (var (field, value) in changes)
        {
            if (!Known.TryGetValue(field, out var type))
                faults.Add(new FieldFault(field, $"{Short(field)} is not a setting; known are name, {string.Join(", ", ConnectionSecrets.All.Concat(Known.Keys))}."));
            else if (value is null || value.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length == 0)
                merged.Remove(field);
            else if (!IsReadable(field, value))
                faults.Add(new FieldFault(field, $"{field} is {Short(value.ToJsonString())}; allowed: {Allowed(type)}."));
            else
                merged[field] = value.DeepClone();
        }

        return (merged.Deserialize<JoorConnectionOptions>(SettingsJson.Api)!, faults);
    }

    private static bool IsReadable(string field, JsonNode value)
    {
        try
        {
            return new JsonObject { [field] = value.DeepClone() }.Deserialize<JoorConnectionOptions>(SettingsJson.Api) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Allowed(Type type) =>
        type == typeof(TimeSpan) ? "a time as hours:minutes:seconds, such as 00:00:10"
        : type == typeof(DateTimeOffset) ? "a time in ISO 8601 with its offset, such as 2026-01-31T08:00:00Z"
        : type == typeof(bool) ? "true or false"
        : type == typeof(string) ? "a text"
        : type.IsEnum ? string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))
        : type.IsPrimitive ? "a whole number"
        : "a list of order statuses such as [\"approved\"], or an object from code to order status";

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
