using JoorBus.Joor;

namespace JoorBus.Configuring;

/// <summary>Reads other addresses for JOOR's two installations, for stand-ins and proxies.</summary>
internal static class JoorHostsReader
{
    public static (JoorHostOptions Hosts, IReadOnlyList<string> Faults) Read(IConfiguration configuration)
    {
        var faults = new List<string>();
        var hosts = new JoorHostOptions();
        foreach (var (name, set) in new[] { ("Production", hosts.Production), ("Sandbox", hosts.Sandbox) })
        {
            set.V2 = Url($"{name}:V2", set.V2);
            set.V4 = Url($"{name}:V4", set.V4);
            set.Token = Url($"{name}:Token", set.Token);
        }

        return (hosts, faults);

        string Url(string key, string otherwise)
        {
            if (configuration[$"{JoorHostOptions.SectionName}:{key}"] is not { Length: > 0 } text)
                return otherwise;
            if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.UserInfo.Length > 0 || url.Query.Length > 0 || !(url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback)))
                faults.Add($"JOORBUS__{JoorHostOptions.SectionName.ToUpperInvariant()}__{key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant()} is not an absolute https address without user and query; http only to this machine");
            return text;
        }
    }
}
