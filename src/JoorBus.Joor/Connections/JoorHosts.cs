namespace JoorBus.Joor;

/// <summary>JOOR's v2 hosts, as its partners publish them.</summary>
internal static class JoorHosts
{
    private static readonly Uri Production = new("https://api.jooraccess.com/v2");
    private static readonly Uri Sandbox = new("https://apisandbox.jooraccess.com/v2");

    public static Uri Base(JoorConnectionOptions options) =>
        options.BaseUrl is { Length: > 0 } given ? new Uri(given.TrimEnd('/'))
        : options.Environment == JoorEnvironment.Sandbox ? Sandbox
        : Production;
}
