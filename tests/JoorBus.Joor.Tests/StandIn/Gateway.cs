using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace JoorBus.Joor.Tests;

/// <summary>The gateway as a host registers it, with time, logs and waits that a test controls.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    public const string Token = "t0ken+with/odd=chars-0123456789";

    private readonly ServiceProvider _services;

    public Gateway(string url, Action<JoorConnectionOptions>? change = null, IJoorCredits? credits = null)
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log))
            .AddJoor()
            .Configure<JoorOptions>(options => (options.RepeatDelay, options.JitterSeed) = (TimeSpan.Zero, 1));
        if (credits is not null)
            services.AddSingleton(credits);
        _services = services.BuildServiceProvider();
        var connection = new JoorConnectionOptions { Name = "acme", Token = Token, BaseUrl = url };
        change?.Invoke(connection);
        Reader = _services.GetRequiredService<JoorOrderReaderFactory>().For(connection);
    }

    public ManualClock Clock { get; } = new();

    public LogLines Log { get; } = new();

    public JoorOrderReader Reader { get; }

    public Task<JoorAnswer<JoorOrderPage>> ReadAsync(bool mark = false) =>
        ((JoorV2OrderReader)Reader).ReadPageAsync(new JoorOrderQuery { Filter = JoorOrderFilter.Approved, MarkExported = mark }, CancellationToken.None);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
