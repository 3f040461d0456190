using System.Net;

namespace JoorBus.Configuring;

/// <summary>The addresses of <see cref="HttpSettings.Urls"/>.</summary>
internal static class HttpUrls
{
    /// <summary>The addresses; the wildcards * and + become 0.0.0.0. Texts that are no address are left out.</summary>
    public static IEnumerable<Uri> Of(string urls) => urls
        .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(text => Uri.TryCreate(text.Replace("*", "0.0.0.0", StringComparison.Ordinal).Replace("+", "0.0.0.0", StringComparison.Ordinal), UriKind.Absolute, out var url) ? url : null)
        .OfType<Uri>();

    /// <summary>How this machine itself reaches an address that is listened on.</summary>
    public static Uri ToReach(Uri url) =>
        IPAddress.TryParse(url.IdnHost, out var address) && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(url) { Host = "127.0.0.1" }.Uri
            : url;
}
