namespace JoorBus.Joor;

/// <summary>The addresses of one connection: its own where given, else those of its environment.</summary>
internal sealed class JoorHosts(JoorConnectionOptions options, JoorHostOptions hosts)
{
    private const string V2End = "/v2";
    private const string V4End = "/v4";

    private readonly string _v2 = Given(options.BaseUrl, V4End, V2End) ?? hosts.Of(options.Environment).V2.TrimEnd('/');
    private readonly string _v4 = Given(options.BaseUrl, V2End, V4End) ?? hosts.Of(options.Environment).V4.TrimEnd('/');

    public Uri Token { get; } = new(options.TokenUrl is { Length: > 0 } given ? given : hosts.Of(options.Environment).Token);

    public string Base(JoorApiVersion version) => version == JoorApiVersion.V4 ? _v4 : _v2;

    /// <summary>The given base; that of the sibling version has the other last segment. A base without version serves both.</summary>
    private static string? Given(string? address, string siblingEnd, string end)
    {
        if (address is not { Length: > 0 })
            return null;
        var trimmed = new Uri(address).AbsoluteUri.TrimEnd('/');
        return trimmed.EndsWith(siblingEnd, StringComparison.OrdinalIgnoreCase) ? trimmed[..^siblingEnd.Length] + end : trimmed;
    }
}
