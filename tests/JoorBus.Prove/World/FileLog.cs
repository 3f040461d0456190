using Microsoft.Extensions.Logging;

namespace JoorBus.Prove.World;

/// <summary>Warnings and errors of the stand-in warehouse, as evidence beside the hosts' logs.</summary>
internal sealed class FileLog(string file) : ILoggerProvider, ILogger
{
    private readonly TextWriter writer = TextWriter.Synchronized(new StreamWriter(file) { AutoFlush = true });

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            writer.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss.fff} {logLevel} {formatter(state, exception)} {exception}");
    }

    public void Dispose() => writer.Dispose();
}
