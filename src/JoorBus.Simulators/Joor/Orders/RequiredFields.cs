using System.Text.Json;

namespace JoorBus.Simulators.Joor;

internal static class RequiredFields
{
    public static bool AreMissing(StoredOrder stored, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0 || stored.Order is null)
            return false;
        using var json = JsonDocument.Parse(stored.Json);
        return fields.Any(field => !json.RootElement.TryGetProperty(field, out var value) || value.ToString().Length == 0);
    }
}
