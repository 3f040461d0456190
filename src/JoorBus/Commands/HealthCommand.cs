using System.CommandLine;
using System.Net;
using System.Text.Json;
using JoorBus.Asking;
using JoorBus.Checking;
using JoorBus.Configuring;
using JoorBus.Http;
using JoorBus.Persistence.Schema;

namespace JoorBus.Commands;

/// <summary><c>joorbus health</c>: whether the host of this machine is ready, and if not, why. For the health checks of containers.</summary>
internal static class HealthCommand
{
    private const string ClientName = "joorbus-health";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    public static Command Create()
    {
        var server = new ServerOptions();
        var command = new Command("health", "Exit code 0 when the host here is ready, else 1 and a sentence why not. Example: joorbus health --server http://127.0.0.1:5870");
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var faults = await FaultsAsync(server.Read(parsed).Url, cancellationToken);
            foreach (var fault in faults.DefaultIfEmpty("ready"))
                await output.WriteLineAsync(fault);
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static async Task<IReadOnlyList<string>> FaultsAsync(Uri url, CancellationToken cancellationToken)
    {
        if (await AskAsync(url, cancellationToken) is not { } health)
        {
            var found = await LookAsync(cancellationToken);
            return found.Count > 0 ? found : [$"No JoorBus answers at {url.GetLeftPart(UriPartial.Authority)}: it starts, or it is not running"];
        }

        if (health.Status == "ready")
            return [];
        var faults = await LookAsync(cancellationToken);
        return faults.Count > 0 ? faults : [.. health.Parts.Where(part => part.Key is "bus" or "database" && part.Value != "ok").Select(part => $"{part.Key}: {part.Value}")];
    }

    private static async Task<Health?> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddHttpClient(ClientName, client => client.Timeout = Patience).RemoveAllLoggers().Services.BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        try
        {
            using var answer = await client.GetAsync(new Uri(url, "/health/ready"), cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable
                ? await answer.Content.ReadFromJsonAsync(ApiJson.Default.Health, cancellationToken)
                : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    // A host that waits does not answer; what it waits for is found as it finds it.
    private static async Task<IReadOnlyList<string>> LookAsync(CancellationToken cancellationToken)
    {
        var (settings, faults) = HostSettingsReader.Read(ConfigurationSources.Build([]));
        if (faults.Count > 0)
            return faults;
        await using var parts = CheckCommand.Parts(settings);
        var checks = await Task.WhenAll(
            new DatabaseCheck(settings.Persistence, parts.GetServices<Migration>()).RunAsync(cancellationToken),
            BrokerCheck.RunAsync(settings.Messaging, cancellationToken));
        return [.. checks.SelectMany(rows => rows).Where(row => row.Result == CheckResult.Failed).Select(row => row.Finding)];
    }
}
