using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JoorBus.Http;

namespace JoorBus.Asking;

/// <summary>The HTTP API of a running instance, as verbs see it.</summary>
internal static class Server
{
    private const string ClientName = "joorbus-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // A change may be tested against JOOR and then waits for requests under way.
    private static readonly TimeSpan PatienceForChanges = TimeSpan.FromMinutes(4);

    public static Task<ServerAnswer> AskAsync(ServerAddress address, string pathAndQuery, CancellationToken cancellationToken) =>
        SendAsync(address, HttpMethod.Get, pathAndQuery, null, cancellationToken);

    /// <summary>Sends a change; <paramref name="json"/> may hold secrets, so never over plain http to another machine.</summary>
    public static Task<ServerAnswer> ChangeAsync(ServerAddress address, HttpMethod verb, string pathAndQuery, string json, bool hasSecrets, CancellationToken cancellationToken) =>
        hasSecrets && address.Url.Scheme == Uri.UriSchemeHttp && !address.Url.IsLoopback
            ? Task.FromResult<ServerAnswer>(new ServerAnswer.Failed($"Secrets are not sent over plain http to another machine ({Shown(address)}); give an https address, or run the command on the machine that JoorBus runs on"))
            : SendAsync(address, verb, pathAndQuery, json, cancellationToken);

    private static async Task<ServerAnswer> SendAsync(ServerAddress address, HttpMethod verb, string pathAndQuery, string? json, CancellationToken cancellationToken)
    {
        var patience = json is null ? Patience : PatienceForChanges;
        await using var services = new ServiceCollection()
            .AddHttpClient(ClientName, client => client.Timeout = patience)
            // A redirect might carry a secret elsewhere.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .RemoveAllLoggers().Services.BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        using var request = new HttpRequestMessage(verb, new Uri(address.Url, pathAndQuery));
        request.Headers.Authorization = address.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
        request.Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        try
        {
            using var response = await client.SendAsync(request, cancellationToken);
            return Understand(address, response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (HttpRequestException fault)
        {
            return new ServerAnswer.Failed($"No JoorBus answers at {Shown(address)} ({fault.GetBaseException().Message}); start one with: joorbus run, or name another one with --server");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new ServerAnswer.Failed($"The JoorBus at {Shown(address)} did not answer within {patience.TotalSeconds} seconds; look at its log and at {Shown(address)}/health/ready");
        }
    }

    private static ServerAnswer Understand(ServerAddress address, HttpStatusCode status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if ((int)status is >= 200 and <= 299)
            {
                return new ServerAnswer.Answered(body);
            }

            if (document.RootElement.Deserialize(ApiJson.Default.Problem) is { Message: { } message })
            {
                return new ServerAnswer.Failed(status == HttpStatusCode.Unauthorized
                    ? $"The JoorBus at {Shown(address)} wants {(address.Token is null ? "a" : "another")} token; set JOORBUS__HTTP__TOKEN to the one it runs with, or name a file with --token-file"
                    : message);
            }
        }
        catch (JsonException)
        {
            // Told below: whoever answers does not speak JSON.
        }

        return new ServerAnswer.Failed(
            (int)status >= 500
                ? $"The JoorBus at {Shown(address)} failed with {(int)status}; its log and {Shown(address)}/health/ready say why"
                : $"Something else than a JoorBus answers at {Shown(address)} (status {(int)status}); name the right address with --server");
    }

    private static string Shown(ServerAddress address) => address.Url.GetLeftPart(UriPartial.Authority);
}
