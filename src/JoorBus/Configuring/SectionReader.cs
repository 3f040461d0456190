using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace JoorBus.Configuring;

/// <summary>Sets every property of an options object that a section names, without stopping at the first value that cannot be read.</summary>
internal static class SectionReader
{
    public static void Read(IConfiguration section, object options, string prefix, List<string> faults)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            var key = $"{prefix}__{property.Name.ToUpperInvariant()}";
            if (property.PropertyType.IsClass && property.PropertyType != typeof(string))
                Read(section.GetSection(property.Name), property.GetValue(options)!, key, faults);
            else if (section[property.Name] is { Length: > 0 } text)
                Set(options, property, key, text, faults);
        }
    }

    private static void Set(object options, PropertyInfo property, string key, string text, List<string> faults)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (Parse(type, text) is { } value)
            property.SetValue(options, value);
        else
            faults.Add($"{key} is '{text}'; allowed is {Allowed(type)}");
    }

    private static object? Parse(Type type, string text) =>
        type == typeof(string) ? text
        // A bare number would mean days to the framework; nobody means that by "10".
        : type == typeof(TimeSpan) ? text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) ? duration : null
        : type.IsEnum ? Enum.GetNames(type).Contains(text, StringComparer.OrdinalIgnoreCase) ? Enum.Parse(type, text, ignoreCase: true) : null
        : Convert(type, text);

    private static object? Convert(Type type, string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        // The converters of numbers wrap what they find.
        catch (Exception fault) when (fault is ArgumentException or FormatException or NotSupportedException)
        {
            return null;
        }
    }

    private static string Allowed(Type type) =>
        type == typeof(TimeSpan) ? "a time as hours:minutes:seconds, such as 00:05:00"
        : type == typeof(bool) ? "true or false"
        : type.IsEnum ? string.Join(" or ", Enum.GetNames(type))
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : "a number with a point, such as 0.2";
}
