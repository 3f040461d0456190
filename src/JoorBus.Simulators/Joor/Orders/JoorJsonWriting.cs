using System.Globalization;
using System.Text.Json;
using JoorBus.Contracts;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR's habits: nothing is null, what is empty is "".</summary>
internal static class JoorJsonWriting
{
    public static void Text(this Utf8JsonWriter json, string name, string? value) => json.WriteString(name, value ?? "");

    public static void Coded(this Utf8JsonWriter json, string prefix, Coded? value)
    {
        json.Text($"{prefix}_name", value?.Name);
        json.Text($"{prefix}_code", value?.Code);
    }

    public static void Id(this Utf8JsonWriter json, string name, string? value)
    {
        if (long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            json.WriteNumber(name, number);
        else
            json.Text(name, value);
    }

    public static void Amount(this Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.Text(name, null);
    }

    public static void List<T>(this Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            json.Text(name, null);
            return;
        }
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
