using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Sentences about the keys of one connection.</summary>
internal sealed class JoorOptionKeys(int index, List<string> faults)
{
    public const string Statuses = "notes, pending, approved, shipped or cancelled";

    public static string Key(int index, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"JOORBUS__CONNECTIONS__{index}__{name.ToUpperInvariant()}");

    public void Refuse(string name, object value, string allowed) =>
        faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Key(index, name)} is '{value}'; allowed: {allowed}."));

    public void RefuseSecret(string name, string why, string allowed) => faults.Add($"{Key(index, name)} {why}; allowed: {allowed}.");

    public void Missing(string name, string needed) => faults.Add($"{Key(index, name)} is missing; give {needed}.");

    public void Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
            Refuse(name, value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
    }

    public void Url(string name, string? value)
    {
        const string allowed = "an absolute https address without user, query and fragment; http only to this machine (localhost)";
        if (value is null)
            return;
        if (!Uri.TryCreate(value, UriKind.Absolute, out var url))
            Refuse(name, value.Contains('@', StringComparison.Ordinal) ? "(an address with '@', not shown)" : value, allowed);
        else if (url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            Refuse(name, $"{url.Scheme}://{url.Authority}{url.AbsolutePath} with user, query or fragment", allowed);
        else if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
            Refuse(name, value, allowed);
    }
}
