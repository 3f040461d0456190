using System.Diagnostics;

namespace JoorBus.Simulators.Servers;

/// <summary>One running process of a private server.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly ServerWatchdog _watchdog;

    private ServerProcess(Process process, ServerWatchdog watchdog)
    {
        _process = process;
        _watchdog = watchdog;
        Id = process.Id;
    }

    public int Id { get; }

    public bool HasExited => _process.HasExited;

    public static ServerProcess Start(ServerCommand command, string logFile, ServerWatchdog watchdog)
    {
        var server = new ServerProcess(command.StartInBackground(logFile), watchdog);
        watchdog.Watch(server.Id);
        server._process.Exited += (_, _) => watchdog.Forget(server.Id);
        server._process.EnableRaisingEvents = true;
        return server;
    }

    /// <summary>Returns when the process is gone; one that ignores the signal is killed.</summary>
    public async Task EndAsync(Signal signal)
    {
        if (!_process.HasExited)
            signal.Send(Id);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _watchdog.Forget(Id);
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Ends what an earlier, killed owner left running; the caller has made sure whose process it is.</summary>
    public static async Task EndLeftoverAsync(int processId, Signal signal, CancellationToken cancellationToken)
    {
        signal.Send(processId);
        if (await Patience.UntilAsync(() => new(!ProcFile.IsAlive(processId)), TimeSpan.FromSeconds(30), cancellationToken))
            return;
        Signal.Kill.Send(processId);
        await Patience.UntilAsync(() => new(!ProcFile.IsAlive(processId)), TimeSpan.FromSeconds(5), cancellationToken);
    }
}
