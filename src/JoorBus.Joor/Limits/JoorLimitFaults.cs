using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Sentences about the keys of the section <c>Limits</c>.</summary>
internal sealed class JoorLimitFaults
{
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            Refuse(name, value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
    }

    public void Refuse(string name, object value, string allowed) => _sentences.Add(
        string.Create(CultureInfo.InvariantCulture, $"JOORBUS__{JoorLimitOptions.SectionName.ToUpperInvariant()}__{name.ToUpperInvariant()} is '{value}'; allowed: {allowed}."));
}
