using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using JoorBus.Http;

namespace JoorBus.Asking;

/// <summary>The HTTP API of a running instance, as verbs see it.</summary>
internal static class Server
{
    private const string ClientName = "joorbus-server";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static async Task<ServerAnswer> AskAsync(ServerAddress address, string pathAndQuery, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection().AddHttpClient(ClientName, client => client.Timeout = Patience).RemoveAllLoggers().Services.BuildServiceProvider();
        using var client = services.GetRequiredService<IHttpClientFactory>().CreateClient(ClientName);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address.Url, pathAndQuery));
        request.Headers.Authorization = address.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
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
            return new ServerAnswer.Failed($"The JoorBus at {Shown(address)} did not answer within {Patience.TotalSeconds} seconds; look at its log and at {Shown(address)}/health/ready");
        }
    }

    private static ServerAnswer Understand(ServerAddress address, HttpStatusCode status, string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (status == HttpStatusCode.OK)
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
