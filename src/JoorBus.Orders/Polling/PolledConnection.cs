using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>One connection that this host polls, with the settings of its next round.</summary>
internal sealed class PolledConnection(JoorConnectionOptions options, JoorOrderReader reader, DateTimeOffset due) : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private bool _isPolling;

    public JoorConnectionOptions Options { get; private set; } = options;

    public JoorOrderReader Reader { get; private set; } = reader;

    public DateTimeOffset Due { get; set; } = due;

    /// <summary>True while a round is under way.</summary>
    public bool IsPolling
    {
        get => Volatile.Read(ref _isPolling);
        set => Volatile.Write(ref _isPolling, value);
    }

    /// <summary>The round under way, or the last one.</summary>
    public Task Round { get; set; } = Task.CompletedTask;

    /// <summary>Cancelled when the connection is disabled or removed.</summary>
    public CancellationToken Stopped => _stop.Token;

    public void Change(JoorConnectionOptions changed, JoorOrderReader changedReader) => (Options, Reader) = (changed, changedReader);

    public Task StopAsync() => _stop.CancelAsync();

    public void Dispose() => _stop.Dispose();
}
