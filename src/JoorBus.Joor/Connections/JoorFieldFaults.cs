using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Collects sentences about the fields of one connection.</summary>
internal sealed class JoorFieldFaults
{
    public const string Statuses = "notes, pending, approved, shipped or cancelled";

    private const int LongestShown = 200;

    private readonly List<JoorConnectionFault> _found = [];

    public IReadOnlyList<JoorConnectionFault> Found => _found;

    public void Refuse(string field, object value, string allowed) =>
        _found.Add(new JoorConnectionFault(field, string.Create(CultureInfo.InvariantCulture, $"is '{JoorExcerpt.Line($"{value}", LongestShown)}'; allowed: {allowed}")));

    public void RefuseUnseen(string field, string why, string allowed) => _found.Add(new JoorConnectionFault(field, $"{why}; allowed: {allowed}"));

    public void Missing(string field, string needed) => _found.Add(new JoorConnectionFault(field, $"is missing; give {needed}"));

    public void Defined<T>(string field, T value)
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            Refuse(field, value, string.Join(", ", Enum.GetNames<T>().Select(name => name.ToLowerInvariant())));
    }

    public void Range<T>(string field, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            Refuse(field, value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
    }

    public void Url(string field, string? value)
    {
        const string allowed = "an absolute https address without user, query and fragment; http only to this machine (localhost)";
        if (value is null)
            return;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url))
            Refuse(field, value.Contains('@', StringComparison.Ordinal) ? "(an address with '@', not shown)" : value, allowed);
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            Refuse(field, $"{url.Scheme}://{url.Authority}{url.AbsolutePath} with user, query or fragment", allowed);
        else if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            Refuse(field, value, allowed);
    }
}
