using System.Security.Cryptography;
using System.Text;

namespace JoorBus.Joor;

/// <summary>What requests need of a connection's options, derived once.</summary>
internal sealed class JoorConnection(JoorConnectionOptions options, JoorHostOptions? hosts = null)
{
    public string Name => options.Name;

    public JoorConnectionOptions Options => options;

    public JoorHosts Hosts { get; } = new(options, hosts ?? new JoorHostOptions());

    public string Account { get; } = options.AccountId is { Length: > 0 } account ? account : KeyOf(options.Token ?? options.Name);

    /// <summary>Header of v2; null without a v2 token.</summary>
    public string? Authorization { get; } = options.Token is { Length: > 0 } token ? "OAuth2 " + Base64(token) : null;

    public JoorExcerpt Excerpt { get; } = new([options.Token, options.ClientSecret, options.Password, Base64(options.Token ?? "")]);

    public JoorFormat Format(JoorApiVersion version) => version == JoorApiVersion.V4 ? JoorFormat.Json : options.Format;

    public JoorFormat AnswerFormat(JoorApiVersion version) => version == JoorApiVersion.V4 ? JoorFormat.Json : options.AnswerFormat ?? options.Format;

    public string Describe(JoorRequest request) => $"{request.Verb} {Hosts.Base(request.Version)}{request.Path} of connection '{Name}'";

    private static string Base64(string token) => Convert.ToBase64String(Encoding.UTF8.GetBytes(token));

    private static string KeyOf(string token) => "token-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))[..12];
}
