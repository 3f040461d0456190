using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Commands;

/// <summary>Talks to stand-ins in processes of their own.</summary>
internal sealed class SimulatorClient
{
    private readonly Option<Uri> joor = Address("--joor", "Address of the JOOR stand-in", "http://127.0.0.1:5871");
    private readonly Option<FileInfo> certificate = new Option<FileInfo>("--certificate") { Description = "PEM of the certificate it shows, where it speaks https" }.AcceptExistingOnly();

    /// <summary>An address, refused with a sentence when it is none.</summary>
    public static Option<Uri> Address(string name, string description, string usual) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => new Uri(usual),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
                return url;
            result.AddError($"{name} is '{result.Tokens[0].Value}'; write an address such as {usual}");
            return null;
        },
    };

    public void AddTo(Command command)
    {
        command.Add(joor);
        command.Add(certificate);
    }

    public HttpClient Joor(ParseResult parsed)
    {
        var known = parsed.GetValue(certificate) is { } file ? X509Certificate2.CreateFromPem(File.ReadAllText(file.FullName)) : null;
        return new HttpClient(
            new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, faults) => faults == System.Net.Security.SslPolicyErrors.None || (known is not null && known.Equals(shown)) })
        {
            BaseAddress = parsed.GetValue(joor),
        };
    }

    public static async Task<IReadOnlyDictionary<string, JoorAccountLedger>> AccountsAsync(HttpClient joor, IReadOnlyList<string> connections, CancellationToken cancellationToken)
    {
        var accounts = await joor.GetFromJsonAsync<IReadOnlyList<JoorAccountLedger>>("/_simulator/accounts", cancellationToken) ?? [];
        return accounts.Zip(connections).ToDictionary(pair => pair.Second, pair => pair.First);
    }

    public static async Task<WmsLedger> WmsAsync(HttpClient wms, CancellationToken cancellationToken) =>
        await wms.GetFromJsonAsync<WmsLedger>("/_simulator/ledger", cancellationToken) ?? new WmsLedger([]);
}
