using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Configuration;

namespace JoorBus.Joor;

/// <summary>Values of one connection's section; what cannot be read is reported and replaced by the default, so that reading goes on.</summary>
internal sealed class JoorOptionValues(IConfigurationSection section, JoorFieldFaults faults)
{
    public string? Text(string name) => section[name] is { Length: > 0 } text ? text : null;

    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum => Text(name) is not { } text ? otherwise : ChoiceOf(name, text, otherwise);

    public bool Flag(string name, bool otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        faults.Refuse(name, text, "true or false");
        return otherwise;
    }

    /// <summary>The text of the file that is named; what cannot be read is reported.</summary>
    public string? File(string name)
    {
        if (Text(name) is not { } path)
            return null;
        try
        {
            return System.IO.File.ReadAllText(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            faults.Refuse(name, path, "a file that this program can read");
            return null;
        }
    }

    public T Number<T>(string name, T otherwise)
        where T : struct, INumber<T>
    {
        if (Text(name) is not { } text)
            return otherwise;
        if (T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        faults.Refuse(name, text, "a whole number");
        return otherwise;
    }

    public TimeSpan Duration(string name, TimeSpan otherwise)
    {
        if (Text(name) is not { } text)
            return otherwise;
        // A bare number would mean days to the framework; nobody means that by "10".
        if (text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration))
            return duration;
        faults.Refuse(name, text, "a time as hours:minutes:seconds, such as 00:00:10");
        return otherwise;
    }

    public DateTimeOffset? Time(string name)
    {
        if (Text(name) is not { } text)
            return null;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
            return time;
        faults.Refuse(name, text, "a day or time in ISO 8601, such as 2026-01-31 or 2026-01-31T08:00:00Z");
        return null;
    }

    public IReadOnlyList<T> Choices<T>(string name, IReadOnlyList<T> otherwise)
        where T : struct, Enum
    {
        var children = section.GetSection(name).GetChildren().ToList();
        var single = Text(name)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return single is not null ? [.. single.Select(text => ChoiceOf(name, text, otherwise[0]))]
            : children.Count == 0 ? otherwise
            : [.. children.Select(child => ChoiceOf($"{name}:{child.Key}", child.Value ?? "", otherwise[0])).Distinct()];
    }

    public IReadOnlyDictionary<string, T> Codes<T>(string name, IReadOnlyDictionary<string, T> otherwise)
        where T : struct, Enum
    {
        var codes = new Dictionary<string, T>(otherwise);
        foreach (var child in section.GetSection(name).GetChildren())
            codes[child.Key] = ChoiceOf($"{name}:{child.Key}", child.Value ?? "", otherwise.Values.First());
        return codes;
    }

    private T ChoiceOf<T>(string name, string text, T otherwise)
        where T : struct, Enum
    {
        // Enum.TryParse alone would take any number and lists such as "v2,v4".
        if (text.All(char.IsAsciiLetterOrDigit) && !text.All(char.IsAsciiDigit) && Enum.TryParse<T>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice))
            return choice;
        faults.Refuse(name, text, string.Join(", ", Enum.GetNames<T>().Where(known => known != "Unknown").Select(known => known.ToLowerInvariant())));
        return otherwise;
    }
}
