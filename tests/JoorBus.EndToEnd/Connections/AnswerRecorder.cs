using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace JoorBus.EndToEnd.Connections;

/// <summary>Stands before a server, hands everything on and keeps its answers, headers and bodies.</summary>
internal sealed class AnswerRecorder : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Uri _server;
    private readonly HttpClient _client = new();
    private readonly ConcurrentQueue<(string Head, string Body)> _answers = new();

    private AnswerRecorder(WebApplication app, Uri server) => (_app, _server) = (app, server);

    public string Url => _app.Urls.First();

    public IReadOnlyList<(string Head, string Body)> Answers => [.. _answers];

    public static async Task<AnswerRecorder> StartAsync(Uri server)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var recorder = new AnswerRecorder(app, server);
        app.Run(recorder.HandOnAsync);
        await app.StartAsync();
        return recorder;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _client.Dispose();
    }

    private async Task HandOnAsync(HttpContext http)
    {
        using var received = new MemoryStream();
        await http.Request.Body.CopyToAsync(received, http.RequestAborted);
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(_server, http.Request.Path + http.Request.QueryString));
        if (received.Length > 0)
        {
            request.Content = new ByteArrayContent(received.ToArray());
            request.Content.Headers.TryAddWithoutValidation("Content-Type", http.Request.ContentType);
        }

        request.Headers.TryAddWithoutValidation("Authorization", http.Request.Headers.Authorization.AsEnumerable());
        using var response = await _client.SendAsync(request, http.RequestAborted);
        var body = await response.Content.ReadAsByteArrayAsync(http.RequestAborted);
        _answers.Enqueue((response.ToString(), System.Text.Encoding.UTF8.GetString(body)));
        http.Response.StatusCode = (int)response.StatusCode;
        http.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        await http.Response.Body.WriteAsync(body, http.RequestAborted);
    }
}
