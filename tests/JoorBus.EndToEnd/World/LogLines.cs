using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace JoorBus.EndToEnd.World;

/// <summary>Keeps what a host says.</summary>
/// <param name="minimum">From this level up.</param>
public sealed class LogLines(LogLevel minimum = LogLevel.Information) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IReadOnlyList<string> All => [.. lines];

    public bool Has(params string[] parts) => lines.Any(line => parts.All(part => line.Contains(part, StringComparison.Ordinal)));

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= minimum;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
