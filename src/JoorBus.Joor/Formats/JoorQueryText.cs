using System.Globalization;
using System.Text;

namespace JoorBus.Joor;

/// <summary>A query string; what is null is left out.</summary>
internal sealed class JoorQueryText
{
    private readonly StringBuilder _text = new();

    public JoorQueryText Add(string name, string? value)
    {
        if (value is not null)
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public JoorQueryText Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>1 or 0, as v2 writes its flags.</summary>
    public JoorQueryText Add(string name, bool? value) => Add(name, value switch { true => "1", false => "0", null => null });

    public JoorQueryText Add(string name, DateTimeOffset? time) =>
        Add(name, time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));

    public JoorQueryText Add(string name, DateOnly? day) => Add(name, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A comma list; left out when empty.</summary>
    public JoorQueryText Add(string name, IReadOnlyCollection<string>? values) => Add(name, values is { Count: > 0 } ? string.Join(',', values) : null);

    public override string ToString() => _text.ToString();

    /// <summary>One segment of a path.</summary>
    public static string Segment(string value) => Uri.EscapeDataString(value);
}
