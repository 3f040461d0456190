using System.CommandLine;
using JoorBus.Configuring;

namespace JoorBus.Asking;

/// <summary>Which instance a verb talks to, and with which token.</summary>
internal sealed class ServerOptions
{
    private readonly Option<Uri?> server = new("--server")
    {
        Description = $"Address of a running instance (default: the first of JOORBUS__HTTP__URLS, else {HttpSettings.DefaultUrls})",
        CustomParser = result => Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? url
            : Refuse(result, $"--server is '{result.Tokens[0].Value}'; write an address such as {HttpSettings.DefaultUrls}"),
    };

    private readonly Option<FileInfo> tokenFile = new Option<FileInfo>("--token-file") { Description = "File that holds that instance's access token, not JOOR's (default: JOORBUS__HTTP__TOKEN)" }.AcceptExistingOnly();

    public void AddTo(Command command)
    {
        command.Add(server);
        command.Add(tokenFile);
    }

    public ServerAddress Read(ParseResult parsed)
    {
        var (configuration, _) = SecretFiles.Resolve(ConfigurationSources.Build([]));
        var url = parsed.GetValue(server)
            ?? HttpUrls.Of(configuration["Http:Urls"] ?? "").Select(HttpUrls.ToReach).FirstOrDefault()
            ?? new Uri(HttpSettings.DefaultUrls);
        var token = parsed.GetValue(tokenFile) is { } file ? File.ReadAllText(file.FullName).Trim() : configuration["Http:Token"];
        return new ServerAddress(url, string.IsNullOrEmpty(token) ? null : token);
    }

    private static Uri? Refuse(System.CommandLine.Parsing.ArgumentResult result, string sentence)
    {
        result.AddError(sentence);
        return null;
    }
}

/// <summary>A running instance. <paramref name="Token"/> is a secret.</summary>
internal sealed record ServerAddress(Uri Url, string? Token);
