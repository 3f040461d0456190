using System.Globalization;
using System.Text;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>The values of an element under the names of their paths, whatever their spelling: externalId and external_id, price_type_id and price_type.id.</summary>
internal sealed class JoorEcho
{
    public static readonly JoorEcho None = new([]);

    private const int Deepest = 8;
    private const char Between = '\u001F';

    private readonly Dictionary<string, List<string>> _values;

    private JoorEcho(Dictionary<string, List<string>> values) => _values = values;

    public static JoorEcho Of(JsonElement element)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            Add(values, "id", element, 0);
        else
            Add(values, "", element, 0);
        // An element echoed one level down, such as {"product": {…}}, counts as if it stood alone.
        if (JoorText.Properties(element).Values.ToArray() is [{ ValueKind: JsonValueKind.Object } only])
            Add(values, "", only, 0);
        return new JoorEcho(values);
    }

    /// <summary>All values of a name, in no order; null where there is none.</summary>
    public string? Find(string name)
    {
        if (!_values.TryGetValue(Spelled(name), out var found))
            return null;
        return found.Count == 1 ? found[0] : string.Join(Between, found.Order(StringComparer.Ordinal));
    }

    private static void Add(Dictionary<string, List<string>> values, string path, JsonElement element, int depth)
    {
        if (depth > Deepest)
            return;
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, value) in JoorText.Properties(element))
                Add(values, path + Spelled(name), value, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Add(values, path, item, depth + 1);
        }
        else if (TextOf(element) is { Length: > 0 } text)
        {
            if (!values.TryGetValue(path, out var known))
                values[path] = known = [];
            known.Add(text);
        }
    }

    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JoorText.TryRead(value, out var text) ? text?.Trim() : null,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
            : value.TryGetDecimal(out var number) ? JoorText.Plain(number) : value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    private static string Spelled(string name)
    {
        var spelled = new StringBuilder(name.Length);
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter))
                spelled.Append(char.ToLowerInvariant(letter));
        }
        return spelled.ToString();
    }
}
