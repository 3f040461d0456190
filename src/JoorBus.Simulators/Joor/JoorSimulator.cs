using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR v2 orders over real HTTP on 127.0.0.1, with a ledger of what was asked and what became of each order.</summary>
public sealed class JoorSimulator : IAsyncDisposable
{
    private readonly JoorAccounts _accounts;
    private readonly RequestLog _log = new();
    private readonly WebApplication _app;

    private JoorSimulator(JoorSimulatorOptions options, TimeProvider time)
    {
        _accounts = new JoorAccounts(options, time);
        Faults = new JoorFaults(options.Seed);
        // Empty: neither the host's appsettings nor its environment shall reach the stand-in.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        _app = builder.Build();
        var door = new JoorRequestDoor(options, _accounts, Faults, _log, time);
        RequestDelegate handle = http => door.Handle(http, _app.Lifetime.ApplicationStopping);
        _app.Map("/v2/{**path}", handle);
        _app.MapControl(this);
    }

    /// <summary>Address to give a client as JOOR's, ending in /v2.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v2");

    /// <summary>Address of the control endpoints, ending in /_simulator/.</summary>
    public Uri ControlUrl => new(BaseUrl, "/_simulator/");

    public JoorFaults Faults { get; }

    /// <summary>Orders of the first token's account.</summary>
    public JoorSimulatorOrders Orders => OrdersOf(0);

    /// <summary>Orders of the account at this place among the tokens, from 0.</summary>
    public JoorSimulatorOrders OrdersOf(int account) =>
        account >= 0 && account < _accounts.All.Count
            ? _accounts.All[account].Orders
            : throw new ArgumentOutOfRangeException(nameof(account), account, $"There are {_accounts.All.Count} accounts, counted from 0.");

    /// <summary>Orders of the account with this token.</summary>
    public JoorSimulatorOrders OrdersOf(string token) =>
        _accounts.All.Find(account => account.Token == token)?.Orders ?? throw new KeyNotFoundException("No account has this token.");

    public JoorLedger Ledger() => new(_log.Snapshot(), [.. _accounts.All.Select(account => account.Orders.Snapshot())]);

    public static async Task<JoorSimulator> StartAsync(JoorSimulatorOptions? options = null, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        var simulator = new JoorSimulator(options ?? new(), time ?? TimeProvider.System);
        try
        {
            await simulator._app.StartAsync(cancellationToken);
        }
        catch
        {
            await simulator.DisposeAsync();
            throw;
        }
        simulator.BaseUrl = new Uri($"{simulator._app.Urls.First()}/v2");
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
