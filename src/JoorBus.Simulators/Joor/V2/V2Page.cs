using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Paging of v2's lists other than orders: start_from, count, next_start.</summary>
internal static class V2Page
{
    public static JoorAnswer Of<T>(JoorCall call, string root, string item, IEnumerable<T> found, Func<T, JsonNode> write)
    {
        if (!TryNumber(call, "start_from", 0, 0, out var start, out var fault) || !TryNumber(call, "count", 1, call.Options.PageSize, out var count, out fault))
            return call.Refuse(400, fault);
        var all = found.ToList();
        var next = (long)start + count;
        var response = new JsonObject
        {
            ["code"] = 0,
            ["comment"] = "",
            ["log_id"] = call.LogId.ToString(),
            ["start_from"] = start,
            ["next_start"] = next < all.Count ? JsonValue.Create(next) : JsonValue.Create(""),
            ["count"] = all.Count,
        };
        return call.Answer(root, new JsonObject { [item] = new JsonArray([.. all.Skip(start).Take(count).Select(write)]) }, response);
    }

    /// <summary>Both ends of a span or neither; false with a sentence otherwise.</summary>
    public static bool TrySpan(JoorCall call, string start, string end, [NotNullWhen(true)] out Func<DateTimeOffset, bool>? isIn, out string fault)
    {
        isIn = null;
        if (!TryTime(call, start, out var from, out fault) || !TryTime(call, end, out var to, out fault))
            return false;
        if (from is null != to is null)
        {
            fault = $"{start} and {end} are required together";
            return false;
        }
        isIn = time => from is null || (time >= from && time <= to);
        return true;
    }

    private static bool TryTime(JoorCall call, string name, out DateTimeOffset? time, out string fault)
    {
        (time, fault) = (null, "");
        if (call.Query(name) is not { } text)
            return true;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var parsed))
        {
            time = parsed;
            return true;
        }
        fault = $"{name} '{text}' is not an ISO 8601 time";
        return false;
    }

    private static bool TryNumber(JoorCall call, string name, int least, int missing, out int value, out string fault)
    {
        (value, fault) = (missing, "");
        if (call.Query(name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least))
            return true;
        fault = $"{name} '{text}' is not a number from {least}";
        return false;
    }
}
