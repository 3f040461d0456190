using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.EndToEnd.Styles;

/// <summary>Addresses of pictures on this machine: their type and length.</summary>
internal sealed class Pictures : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Pictures(WebApplication app) => _app = app;

    public string Enormous => $"{_app.Urls.First()}/enormous.jpg";

    public string Page => $"{_app.Urls.First()}/page.jpg";

    public static async Task<Pictures> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var app = builder.Build();
        foreach (var (path, type, length) in new[] { ("/enormous.jpg", "image/jpeg", 20L << 20), ("/page.jpg", "text/html", 400L) })
        {
            app.MapMethods(path, ["HEAD"], http =>
            {
                (http.Response.ContentType, http.Response.ContentLength) = (type, length);
                return Task.CompletedTask;
            });
        }

        await app.StartAsync();
        return new Pictures(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
