using System.Globalization;
using System.Text.Json;
using JoorBus.Contracts;

namespace JoorBus.Joor;

/// <summary>The fields of one JSON object, tolerant of JOOR's types: "" for nothing, numbers as texts, ids as either.</summary>
internal sealed class JoorFields
{
    private const NumberStyles PlainNumber = NumberStyles.Float;

    private static readonly string[] TimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    private readonly JoorProperties _values;
    private readonly JoorFaults _faults;
    private readonly JoorPlace _place;

    public JoorFields(JsonElement element, string place, JoorFaults faults)
        : this(JoorProperties.Of(element), new JoorPlace(place), faults)
    {
    }

    private JoorFields(JoorProperties values, JoorPlace place, JoorFaults faults) => (_values, _place, _faults) = (values, place, faults);

    /// <summary>The same fields, with faults that name another place.</summary>
    public JoorFields At(string place, JoorFaults faults) => new(_values, new JoorPlace(place), faults);

    public string? Text(string name) => Find(name) is { } value ? TextOf(name, value) : null;

    public Coded? Coded(string codeName, string nameName)
    {
        var (code, name) = (Text(codeName), Text(nameName));
        return code is null && name is null ? null : new Coded { Code = code, Name = name };
    }

    public decimal? Number(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number))
            return number;
        if (value.ValueKind == JsonValueKind.String && TextOf(name, value) is { } text && decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out number))
            return number;
        return Fault<decimal?>(name, value, "a number");
    }

    public int? Integer(string name)
    {
        if (Number(name) is not { } number)
            return null;
        if (number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue)
            return (int)number;
        return Fault<int?>(name, Find(name)!.Value, "a whole number");
    }

    public DateTimeOffset? Time(string name)
    {
        if (Find(name) is not { } value)
            return null;
        if (value.ValueKind == JsonValueKind.String && JoorText.HasOffset(value) && value.TryGetDateTimeOffset(out var exact))
            return exact.ToUniversalTime();
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowWhiteSpaces;
        if (value.ValueKind == JsonValueKind.String && DateTimeOffset.TryParseExact(TextOf(name, value), TimeFormats, CultureInfo.InvariantCulture, utc, out var time))
            return time;
        return Fault<DateTimeOffset?>(name, value, "an ISO 8601 time");
    }

    public DateOnly? Date(string name)
    {
        if (Find(name) is not { } value)
            return null;
        var text = value.ValueKind == JsonValueKind.String ? TextOf(name, value) ?? "" : "";
        // A day with a time is still the day as written: moving it to UTC could change the day.
        var day = text.Length > 10 && (text[10] is 'T' or ' ') ? text[..10] : text;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var date))
            return date;
        return Fault<DateOnly?>(name, value, "a day such as 2026-03-31");
    }

    public bool Flag(string name)
    {
        if (Find(name) is not { } value)
            return false;
        return value.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => TextOf(name, value)?.ToLowerInvariant() switch
            {
                "1" or "true" or "yes" or "y" => true,
                "0" or "false" or "no" or "n" => false,
                _ => Fault<bool>(name, value, "true or false"),
            },
        };
    }

    /// <summary>
    /// A list given as an array, as one object, or as an object around either. The fields given to <paramref name="read"/> are of that item
    /// until it returns.
    /// </summary>
    public IReadOnlyList<T> List<T>(string name, string itemName, Func<JoorFields, int, T> read)
    {
        if (Find(name) is not { } value)
            return [];
        if (JoorText.TryFind(value, itemName, out var inner))
            value = inner;
        if (value.ValueKind == JsonValueKind.Object)
            return [read(new JoorFields(JoorProperties.Of(value), new JoorPlace(name, 1, _place), _faults), 1)];
        if (value.ValueKind != JsonValueKind.Array)
            return IsNothing(value) ? [] : Fault<IReadOnlyList<T>>(name, value, "a list") ?? [];
        var items = new List<T>(value.GetArrayLength());
        var properties = new JoorProperties();
        foreach (var item in value.EnumerateArray())
        {
            var itemPlace = new JoorPlace(name, items.Count + 1, _place);
            if (item.ValueKind != JsonValueKind.Object)
                _faults.Add($"{itemPlace} is {Shown(item)}, not an object");
            properties.Load(item);
            items.Add(read(new JoorFields(properties, itemPlace, _faults), items.Count + 1));
        }
        return items;
    }

    /// <summary>The fields of an object within this one; null where there is none.</summary>
    public JoorFields? Child(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Object } value ? new JoorFields(JoorProperties.Of(value), new JoorPlace(name, 0, _place), _faults) : null;

    /// <summary>The first that is given of several spellings of one field.</summary>
    public string? TextOfAny(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Text(name) is { } text)
                return text;
        }
        return null;
    }

    /// <summary>True, false, or null where nothing is said.</summary>
    public bool? FlagIfAny(string name) => Has(name) ? Flag(name) : null;

    /// <summary>A list of texts, numbers or both.</summary>
    public IReadOnlyList<string> Texts(string name, string itemName)
    {
        if (Find(name) is not { } value)
            return [];
        if (JoorText.TryFind(value, itemName, out var inner))
            value = inner;
        if (value.ValueKind != JsonValueKind.Array)
            return IsNothing(value) ? [] : TextOf(name, value) is { } single ? [single] : [];
        return [.. value.EnumerateArray().Where(item => !IsNothing(item)).Select(item => TextOf(name, item)).OfType<string>()];
    }

    /// <summary>A list of objects in which some may be plain texts: only their names.</summary>
    public IReadOnlyList<T> ListOrTexts<T>(string name, string itemName, Func<JoorFields, T> read, Func<string, T> ofText)
        where T : class
    {
        if (Find(name) is not { } value)
            return [];
        if (JoorText.TryFind(value, itemName, out var inner))
            value = inner;
        IEnumerable<JsonElement> items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        return [.. items.Where(item => !IsNothing(item)).Select((item, index) =>
            item.ValueKind == JsonValueKind.Object ? read(new JoorFields(JoorProperties.Of(item), new JoorPlace(name, index + 1, _place), _faults))
            : TextOf(name, item) is { } text ? ofText(text) : null).OfType<T>()];
    }

    /// <summary>What stands inside a field; no fields where it is empty.</summary>
    public JoorFields Inside(string name)
    {
        var place = new JoorPlace(name, 1, _place);
        if (Find(name) is not { } value)
            return new JoorFields(JoorProperties.Of(default), place, _faults);
        // One element where an object was expected is that object, as XML cannot tell them apart.
        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 1)
            value = value[0];
        if (value.ValueKind != JsonValueKind.Object)
            Fault<object?>(name, value, "an object");
        return new JoorFields(JoorProperties.Of(value), place, _faults);
    }

    /// <summary>An object read, or null where there is none.</summary>
    public T? ObjectIfAny<T>(string name, Func<JoorFields, T> read)
        where T : class => Has(name) ? read(Inside(name)) : null;

    public bool Has(string name) => Find(name) is not null;

    public void Refuse(string name, string reason) =>
        _faults.Add($"{name} {(Find(name) is { } value ? $"is {Shown(value)}" : "is missing or empty")}, {reason} ({_place})");

    private JsonElement? Find(string name) =>
        _values.TryGetValue(name, out var value) && !IsNothing(value) ? value : null;

    private string? TextOf(string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return JoorText.TryRead(value, out var text) ? text : Fault<string?>(name, value, "readable Unicode text");
            case JsonValueKind.Number:
                return value.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
                    : value.TryGetDecimal(out var number) ? JoorText.Plain(number) : value.GetRawText();
            case JsonValueKind.True or JsonValueKind.False:
                return value.GetRawText();
            default:
                return Fault<string?>(name, value, "a text");
        }
    }

    private T? Fault<T>(string name, JsonElement value, string expected)
    {
        _faults.Add($"{name} is {Shown(value)}, not {expected} ({_place})");
        return default;
    }

    private static bool IsNothing(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => true,
        JsonValueKind.String => JoorText.IsBlank(value),
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => !value.EnumerateObject().MoveNext(),
        _ => false,
    };

    private static string Shown(JsonElement value) => JoorText.Shown(value);
}
