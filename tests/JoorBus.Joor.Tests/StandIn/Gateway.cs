using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Joor.Tests;

/// <summary>The gateway as a host registers it, with time, logs, limits and waits that a test controls.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    public const string Token = "t0ken+with/odd=chars-0123456789";
    public const string ClientSecret = "cl1ent/secret+9876543210";
    public const string Password = "pa55 w0rd&with=odd\"chars";

    private readonly ServiceProvider _services;

    public Gateway(string url, Action<JoorConnectionOptions>? change = null, Action<JoorOptions>? configure = null, LogLevel level = LogLevel.Trace)
    {
        var connection = new JoorConnectionOptions { Name = "acme", Token = Token, BaseUrl = url };
        change?.Invoke(connection);
        Connections = new ChangingConnections(connection);
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IJoorLimits>(Limits)
            .AddSingleton<IJoorConnections>(Connections)
            .AddLogging(logging => logging.SetMinimumLevel(level).AddProvider(Log))
            .AddJoor()
            .Configure<JoorOptions>(options =>
            {
                (options.RepeatDelay, options.JitterSeed) = (TimeSpan.Zero, 1);
                configure?.Invoke(options);
            })
            .BuildServiceProvider();
        Reader = _services.GetRequiredService<JoorOrderReaderFactory>().For(connection);
    }

    public ManualClock Clock { get; } = new();

    public RecordingLimits Limits { get; } = new();

    public LogLines Log { get; } = new();

    public ChangingConnections Connections { get; }

    public JoorOrderReader Reader { get; }

    public JoorClient Client => _services.GetRequiredService<JoorClients>().For("acme");

    public T Part<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<JoorAnswer<JoorOrderPage>> ReadAsync(bool mark = false) =>
        ((JoorV2OrderReader)Reader).ReadPageAsync(new JoorOrderQuery { Filter = JoorOrderFilter.Approved, MarkExported = mark }, CancellationToken.None);

    /// <summary>Any request through the door; the value is the answer's text.</summary>
    public Task<JoorAnswer<string>> SendAsync(JoorRequest request, CancellationToken cancellationToken = default) =>
        Client.Door.SendAsync(request, body => new JoorAnswer<string>.Accepted(Encoding.UTF8.GetString(body.Bytes.Span), body.CreditsLeft), cancellationToken);

    public Task<JoorAnswer<string>> SendAsync(JoorRequestKind kind = JoorRequestKind.Read, JoorApiVersion version = JoorApiVersion.V2) =>
        SendAsync(Request(kind, version));

    public static JoorRequest Request(JoorRequestKind kind, JoorApiVersion version = JoorApiVersion.V2) =>
        new(kind is JoorRequestKind.Read or JoorRequestKind.MarkingRead ? HttpMethod.Get : HttpMethod.Post, "/thing/7", "?secret=query", kind, JoorPriority.Products)
        {
            Version = version,
            Endpoint = "/thing",
            Body = kind is JoorRequestKind.Read or JoorRequestKind.MarkingRead ? null : JoorBodyContent.Of("{}"u8.ToArray(), "application/json"),
        };

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
