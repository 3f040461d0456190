using System.Collections.Concurrent;
using System.Text;
using JoorBus.Configuring;
using JoorBus.Connections.Sealing;
using JoorBus.Hosting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using JoorBus.Tests.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace JoorBus.Tests.Connections;

/// <summary>A host with a database and a JOOR to talk to, asked through the command line and over HTTP; keeps everything that was said.</summary>
internal sealed class BrandHost : IAsyncDisposable
{
    public const string Token = "first-tok3n-of-acme";
    public const string NewToken = "second-tok3n-of-acme";
    public const string WrongToken = "wr0ng-token-of-acme";

    private readonly WebApplication _app;
    private readonly JoorSimulator _joor;
    private readonly HttpClient _client;
    private readonly List<string> _files = [];

    private BrandHost(WebApplication app, JoorSimulator joor, string database, LogLines log)
    {
        (_app, _joor, Database, Log) = (app, joor, database, log);
        _client = new HttpClient { BaseAddress = new Uri(Url) };
    }

    public string Url => _app.Urls.First();

    public string Database { get; }

    public LogLines Log { get; }

    /// <summary>Everything that commands wrote and the server answered.</summary>
    public ConcurrentQueue<string> Said { get; } = new();

    public JoorSimulator Joor => _joor;

    public static Task<BrandHost> StartAsync(MasterKeyOptions? keys = null, string? token = null, params JoorConnectionOptions[] configured) =>
        StartAsync(HostRoles.Web, keys, token, configured);

    public static async Task<BrandHost> StartAsync(HostRoles roles, MasterKeyOptions? keys = null, string? token = null, params JoorConnectionOptions[] configured)
    {
        var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = [Token, NewToken] });
        var database = await TestDatabase.CreateAsync();
        var log = new LogLines();
        var settings = new HostSettings
        {
            Persistence = new PersistenceOptions { ConnectionString = database },
            Messaging = new MessagingOptions { Transport = BusTransport.Memory },
            Orders = new OrdersOptions(),
            Connections = configured,
            MasterKeys = keys ?? new MasterKeyOptions { Text = "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=" },
            Http = new HttpSettings("http://127.0.0.1:0", token),
            DataFolder = Path.GetTempPath(),
        };
        var app = JoorBusHost.Build(settings, roles, logging => logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace));
        await app.StartAsync();
        return new BrandHost(app, joor, database, log);
    }

    public async Task<Verb> RunAsync(params string[] verb)
    {
        var said = await Verb.RunAsync(["connections", .. verb, "--server", Url]);
        Said.Enqueue(said.Output);
        Said.Enqueue(said.Error);
        return said;
    }

    /// <summary>Adds a connection to this JOOR.</summary>
    public Task<Verb> AddAsync(string name, string token = Token, params string[] more) =>
        RunAsync(["add", name, "--environment", "sandbox", "--base-url", _joor.BaseUrl.ToString(), "--token-from", FileWith(token), .. more]);

    public async Task<(int Status, string Body)> SendAsync(
        HttpMethod verb, string path, string? body = null, string type = "application/json", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(verb, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Said.Enqueue(text);
        Said.Enqueue(response.ToString());
        return ((int)response.StatusCode, text);
    }

    public string FileWith(string line)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, line + "\n");
        _files.Add(file);
        return file;
    }

    public async ValueTask DisposeAsync()
    {
        _files.ForEach(File.Delete);
        _client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _joor.DisposeAsync();
    }
}

/// <summary>Keeps every log line, the finest too.</summary>
internal sealed class LogLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> All => [.. _lines];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
