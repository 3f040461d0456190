using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Wms;

/// <summary>A WMS stand-in in a process of its own: its ledger can be read at <c>/_simulator/ledger</c>.</summary>
public static class WmsHost
{
    public static WebApplication Build(WmsSimulator wms, IPAddress address, int port, Action<WebApplicationBuilder> bus)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(address, port);
        });
        builder.Services.AddRouting();
        bus(builder);
        var app = builder.Build();
        app.MapGet("/_simulator/ledger", wms.Ledger);
        app.MapGet("/_simulator/health", () => "ok");
        return app;
    }
}
