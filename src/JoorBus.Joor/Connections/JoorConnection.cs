using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Joor;

/// <summary>What requests need of a connection's options, derived once.</summary>
internal sealed class JoorConnection(JoorConnectionOptions options)
{
    public string Name => options.Name;

    public JoorConnectionOptions Options => options;

    public Uri BaseUrl { get; } = JoorHosts.Base(options);

    public string Account { get; } = options.AccountId is { Length: > 0 } account ? account : KeyOf(options.Token ?? options.Name);

    public string Authorization { get; } = "OAuth2 " + Base64(options.Token ?? "");

    public JoorExcerpt Excerpt { get; } = new([options.Token, options.ClientSecret, options.Password, Base64(options.Token ?? "")]);

    public string Describe(HttpMethod verb, string path) => $"{verb} {BaseUrl.AbsoluteUri}{path} of connection '{Name}'";

    private static string Base64(string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes(token));

    private static string KeyOf(string token) => "token-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..12];
}
