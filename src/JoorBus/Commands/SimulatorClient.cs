using System.CommandLine;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Commands;

/// <summary>Talks to stand-ins in processes of their own.</summary>
internal sealed class SimulatorClient
{
    public const string JoorName = "joor";
    public const string WmsName = "wms";

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

    /// <summary>The clients of one verb, by <see cref="JoorName"/> and <see cref="WmsName"/>; to be disposed of with the verb.</summary>
    public ServiceProvider Open(ParseResult parsed, Uri? wms = null)
    {
        var known = parsed.GetValue(certificate) is { } file ? X509Certificate2.CreateFromPem(File.ReadAllText(file.FullName)) : null;
        var services = new ServiceCollection();
        services.AddHttpClient(JoorName, client => client.BaseAddress = parsed.GetValue(joor))
            // Certificates that the machine trusts, and the one that was named.
            .ConfigurePrimaryHttpMessageHandler(() => new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, faults) => faults == SslPolicyErrors.None || (known is not null && known.Equals(shown)) })
            .RemoveAllLoggers();
        services.AddHttpClient(WmsName, client => client.BaseAddress = wms).RemoveAllLoggers();
        return services.BuildServiceProvider();
    }

    public static async Task<IReadOnlyDictionary<string, JoorAccountLedger>> AccountsAsync(HttpClient joor, IReadOnlyList<string> connections, CancellationToken cancellationToken)
    {
        var accounts = await joor.GetFromJsonAsync<IReadOnlyList<JoorAccountLedger>>("/_simulator/accounts", cancellationToken) ?? [];
        return accounts.Zip(connections).ToDictionary(pair => pair.Second, pair => pair.First);
    }

    public static async Task<WmsLedger> WmsAsync(HttpClient wms, CancellationToken cancellationToken) =>
        await wms.GetFromJsonAsync<WmsLedger>("/_simulator/ledger", cancellationToken) ?? new WmsLedger([]);
}
