using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>v4's lists: page from 1, page_size, data and errors.</summary>
internal static class V4List
{
    private const int UsualSize = 50;

    public static JoorAnswer Of<T>(JoorCall call, IEnumerable<T> found, Func<T, JsonNode> write)
    {
        if (!TryNumber(call, "page", int.MaxValue, 1, out var page, out var refusal)
            || !TryNumber(call, "page_size", call.Options.MaxPageSize, UsualSize, out var size, out refusal))
        {
            return refusal!;
        }
        var all = found as IReadOnlyList<T> ?? [.. found];
        var data = new JsonArray([.. all.Skip((int)Math.Min(int.MaxValue, (page - 1L) * size)).Take(size).Select(write)]);
        var answer = new JsonObject { ["data"] = data, ["errors"] = new JsonArray() };
        if (call.Options.WithPagination)
            answer["pagination"] = new JsonObject { ["page"] = page, ["page_size"] = size, ["total"] = all.Count };
        return JoorAnswer.Of(answer, JoorFormat.Json) with { Shown = data.Count };
    }

    /// <summary>Ids of a comma list; null when the parameter is missing.</summary>
    public static HashSet<string>? Ids(JoorCall call, string name) =>
        call.Query(name)?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet();

    public static JoorAnswer Invalid(string message) => JoorRefusals.V4(400, "VALIDATION_ERROR", message);

    private static bool TryNumber(JoorCall call, string name, int most, int missing, out int value, out JoorAnswer? refusal)
    {
        refusal = null;
        value = missing;
        if (call.Query(name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1 && value <= most))
            return true;
        refusal = Invalid(most == int.MaxValue ? $"`{name}` must be a number from 1" : $"`{name}` must be a number from 1 to {most}");
        return false;
    }
}
