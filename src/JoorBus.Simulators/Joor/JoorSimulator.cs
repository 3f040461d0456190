using System.Net;
using JoorBus.Simulators.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Simulators.Joor;

/// <summary>JOOR v2 and v4 over real HTTP, with a ledger of what was asked and what became of it.</summary>
public sealed class JoorSimulator : IAsyncDisposable
{
    private readonly JoorAccounts _accounts;
    private readonly RequestLog _log = new();
    private readonly SignInDoor _signIn;
    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly Keeper? _keeper;

    private JoorSimulator(JoorSimulatorOptions options, TimeProvider time)
    {
        _time = time;
        _accounts = new JoorAccounts(options, time);
        if (options.MemoryFile is { } file)
        {
            JoorMemory.Restore(_accounts, file);
            _keeper = JoorMemory.Keep(_accounts, file, time);
        }

        Faults = new JoorFaults(options.Seed);
        var delivery = new FaultyDelivery(options, Faults, time);
        var door = new JoorRequestDoor(options, _accounts, delivery, time);
        _signIn = new SignInDoor(_accounts, delivery, options, time);
        _app = Build(options);
        var arrival = new JoorArrival(_log, time);
        Map("/v2/{**path}", JoorApi.V2, door.Handle);
        Map("/v4/{**path}", JoorApi.V4, door.Handle);
        Map("/auth/{**path}", JoorApi.SigningIn, _signIn.Handle);
        _app.MapControl(this, isOpen: !IPAddress.IsLoopback(options.Address));

        void Map(string path, JoorApi api, Func<JoorExchange, Task> handle)
        {
            RequestDelegate receive = http => arrival.Receive(http, api, handle, _app.Lifetime.ApplicationStopping);
            _app.Map(path, receive);
        }
    }

    /// <summary>Address to give a client as JOOR's v2, ending in /v2.</summary>
    public Uri BaseUrl { get; private set; } = new("http://127.0.0.1/v2");

    /// <summary>Address to give a client as JOOR's v4, ending in /v4.</summary>
    public Uri V4Url => new(BaseUrl, "/v4");

    /// <summary>Where a v4 user signs in, ending in /auth/.</summary>
    public Uri TokenUrl => new(BaseUrl, "/auth/");

    /// <summary>Address of the control endpoints, ending in /_simulator/.</summary>
    public Uri ControlUrl => new(BaseUrl, "/_simulator/");

    public JoorFaults Faults { get; }

    /// <summary>Numbers of the accounts, in the order of the options.</summary>
    public IReadOnlyList<string> AccountIds => [.. _accounts.All.Select(account => account.Id)];

    /// <summary>Orders of the first account.</summary>
    public JoorSimulatorOrders Orders => OrdersOf(0);

    /// <summary>Orders of the account at this place, from 0.</summary>
    public JoorSimulatorOrders OrdersOf(int account) =>
        account >= 0 && account < _accounts.All.Count
            ? _accounts.All[account].Orders
            : throw new ArgumentOutOfRangeException(nameof(account), account, $"There are {_accounts.All.Count} accounts, counted from 0.");

    /// <summary>Orders of the account with this token.</summary>
    public JoorSimulatorOrders OrdersOf(string token) => _accounts.Tokens.Get(token).Account.Orders;

    /// <summary>Orders of the account with this number.</summary>
    public JoorSimulatorOrders OrdersOfAccount(string accountId) => _accounts.Get(accountId).Orders;

    /// <summary>Stock and styles of an account as a person sees and changes them in JOOR's own screens.</summary>
    public JoorSimulatorScreens ScreensOf(string accountId) => new(_accounts.Get(accountId));

    /// <summary>All items of an account's catalog as they are now.</summary>
    public IReadOnlyList<JoorSkuEntry> SkusOf(string accountId) => _accounts.Get(accountId).Skus();

    public JoorLedger Ledger() => new(_log.Snapshot(), [.. _accounts.All.Select(account => account.Snapshot())])
    {
        SignIns = _signIn.Snapshot(),
        MostAtOnce = _accounts.UnderWay.Most,
    };

    /// <summary>Makes a v2 token unknown from now on.</summary>
    public void RevokeToken(string token) => _accounts.Tokens.Revoke(token);

    /// <summary>Makes a v2 token unknown and another one known for the same account. The new one counts on: its ordinal is the next.</summary>
    public void ReplaceToken(string oldToken, string newToken) => _accounts.Tokens.Add(_accounts.Tokens.Revoke(oldToken), newToken);

    /// <summary>Adds a v2 token to an account, beside those it has.</summary>
    public void AddToken(string accountId, string token) => _accounts.Tokens.Add(_accounts.Get(accountId), token);

    /// <summary>Gives a v4 user other secrets; access tokens issued before stay good until they expire.</summary>
    public void ReplaceUser(JoorSimulatorUser user) => _accounts.Users.Replace(user.ClientId, user.Username, user);

    /// <summary>Takes a v4 user away: it can sign in no more, and its access tokens are expired.</summary>
    public void RevokeUser(string clientId, string username)
    {
        _accounts.Users.Replace(clientId, username, null);
        _accounts.Users.Expire(token => token.User.ClientId == clientId && token.User.Username == username, _time.GetUtcNow());
    }

    /// <summary>Expires all v4 access tokens.</summary>
    public void ExpireAccessTokens() => _accounts.Users.Expire(_ => true, _time.GetUtcNow());

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
        simulator._keeper?.Start();
        simulator.BaseUrl = new Uri($"{simulator._app.Urls.First()}/v2");
        return simulator;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_keeper is not null)
            await _keeper.DisposeAsync();
    }

    private static WebApplication Build(JoorSimulatorOptions options)
    {
        // Empty: neither the host's appsettings nor its environment shall reach the stand-in.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(options.Address, options.Port, listen =>
            {
                if (options.Certificate is { } certificate)
                    listen.UseHttps(certificate);
            });
        });
        builder.Services.AddRouting();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        return builder.Build();
    }
}
