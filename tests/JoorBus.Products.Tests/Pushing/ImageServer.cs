using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Products.Tests.Pushing;

/// <summary>Pictures on 127.0.0.1: their type and length, and nothing of their bytes.</summary>
internal sealed class ImageServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ImageServer(WebApplication app) => _app = app;

    public Uri Small => new($"{_app.Urls.First()}/small.jpg");

    public Uri Other => new($"{_app.Urls.First()}/other.png");

    public Uri Enormous => new($"{_app.Urls.First()}/enormous.jpg");

    public Uri Text => new($"{_app.Urls.First()}/text.jpg");

    public Uri Missing => new($"{_app.Urls.First()}/missing.jpg");

    /// <summary>Answers no HEAD.</summary>
    public Uri OnlyGet => new($"{_app.Urls.First()}/get.jpg");

    public static async Task<ImageServer> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        Head(app, "/small.jpg", "image/jpeg", 40_000);
        Head(app, "/other.png", "image/png", 50_000);
        Head(app, "/enormous.jpg", "image/jpeg", 20 << 20);
        Head(app, "/text.jpg", "text/html", 400);
        app.MapGet("/get.jpg", context =>
        {
            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            (context.Response.ContentType, context.Response.ContentLength) = ("image/jpeg", 1);
            context.Response.Headers.ContentRange = $"bytes 0-0/{20 << 20}";
            return context.Response.Body.WriteAsync(new byte[1]).AsTask();
        });
        await app.StartAsync();
        return new ImageServer(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void Head(WebApplication app, string path, string type, long length) => app.MapMethods(path, ["HEAD"], context =>
    {
        (context.Response.ContentType, context.Response.ContentLength) = (type, length);
        return Task.CompletedTask;
    });
}
