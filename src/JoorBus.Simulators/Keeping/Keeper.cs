namespace JoorBus.Simulators.Keeping;

/// <summary>Writes a stand-in's memory down while it changes, and at the end. A stand-in that is killed forgets its last second.</summary>
/// <param name="stamp">Differs when something changed.</param>
/// <param name="write">Writes all.</param>
/// <param name="time">Between two looks.</param>
internal sealed class Keeper(Func<long> stamp, Action write, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private readonly CancellationTokenSource _ended = new();
    private Task _running = Task.CompletedTask;
    private long _written;

    public void Start()
    {
        _written = stamp();
        _running = RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await _running;
        WriteChanges();
        _ended.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
                WriteChanges();
        }
        catch (OperationCanceledException)
        {
            // The last changes are written by whoever ended this.
        }
    }

    private void WriteChanges()
    {
        var now = stamp();
        if (now == _written)
            return;
        write();
        _written = now;
    }
}
