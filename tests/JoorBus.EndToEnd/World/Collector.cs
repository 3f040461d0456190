using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace JoorBus.EndToEnd.World;

/// <summary>Takes OTLP over gRPC as an OpenTelemetry collector does, and keeps it as it came.</summary>
public sealed class Collector : IAsyncDisposable
{
    private static readonly byte[] EmptyMessage = new byte[5];
    private readonly ConcurrentQueue<(string Service, string Body)> _taken = new();
    private readonly WebApplication _app;

    private Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        _app = builder.Build();
        _app.MapPost("/opentelemetry.proto.collector.{signal}.v1.{service}/Export", TakeAsync);
    }

    public Uri Address => new(_app.Urls.First());

    public static async Task<Collector> StartAsync()
    {
        var collector = new Collector();
        await collector._app.StartAsync();
        return collector;
    }

    /// <summary>All that came to TraceService or MetricsService, with the names and texts in it readable.</summary>
    public string TakenBy(string service) => string.Concat(_taken.Where(taken => taken.Service == service).Select(taken => taken.Body));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string service)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _taken.Enqueue((service, Encoding.Latin1.GetString(body.ToArray())));
        http.Response.ContentType = "application/grpc";
        await http.Response.Body.WriteAsync(EmptyMessage);
        http.Response.AppendTrailer("grpc-status", "0");
    }
}
