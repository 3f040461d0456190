using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Joor.Tests;

/// <summary>JOOR as far as a test needs it: real HTTP, every request kept, answers from the test; logins always succeed.</summary>
internal sealed class AnsweringServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();

    private AnsweringServer(WebApplication app) => _app = app;

    public Func<RecordedRequest, (int Status, string ContentType, byte[] Body)> Answer { get; set; } = _ => (200, "application/json", "{}"u8.ToArray());

    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    public RecordedRequest Only => Requests.Single();

    private string Url => _app.Urls.First();

    public static async Task<AnsweringServer> StartAsync(string? answer = null, int status = 200, string contentType = "application/json")
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = 64 << 20;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        var server = new AnsweringServer(builder.Build());
        if (answer is not null)
            server.Answer = _ => (status, contentType, Encoding.UTF8.GetBytes(answer));
        server._app.Run(server.HandleAsync);
        await server._app.StartAsync();
        return server;
    }

    public void Says(string answer, string contentType = "application/json", int status = 200) =>
        Answer = _ => (status, contentType, Encoding.UTF8.GetBytes(answer));

    /// <summary>A gateway whose only connection, "acme" of account 1001, speaks v2 and v4 to this server.</summary>
    public Gateway Gateway(JoorFormat format = JoorFormat.Json, JoorFormat? answers = null) => new($"{Url}/v2", connection =>
    {
        (connection.Format, connection.AnswerFormat, connection.TokenUrl, connection.AccountId) = (format, answers, $"{Url}/auth/", "1001");
        (connection.ClientId, connection.ClientSecret, connection.Username, connection.Password) = ("client", Tests.Gateway.ClientSecret, "user", Tests.Gateway.Password);
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments("/auth"))
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync("""{"access_token":"access","expires_in":36000,"token_type":"Bearer"}""");
            return;
        }
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var request = new RecordedRequest(
            http.Request.Method,
            http.Request.Path.ToUriComponent() + http.Request.QueryString,
            http.Request.ContentType,
            http.Request.Headers.Accept,
            Encoding.UTF8.GetString(body.ToArray()));
        _requests.Enqueue(request);
        var (status, contentType, bytes) = Answer(request);
        (http.Response.StatusCode, http.Response.ContentType) = (status, contentType);
        await http.Response.Body.WriteAsync(bytes);
    }
}
