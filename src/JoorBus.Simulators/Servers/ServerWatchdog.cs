using System.Diagnostics;

namespace JoorBus.Simulators.Servers;

/// <summary>
/// A shell that outlives this process by a moment: when the pipe to it closes, however this process ended, it stops the
/// servers still watched and removes the folder if that was temporary.
/// </summary>
internal sealed class ServerWatchdog : IAsyncDisposable
{
    private const string Script = """
        watched=
        while read -r verb pid; do
          case $verb in
            watch) watched="$watched $pid" ;;
            forget)
              kept=
              for each in $watched; do [ "$each" = "$pid" ] || kept="$kept $each"; done
              watched=$kept ;;
          esac
        done
        for pid in $watched; do kill -s "$1" "$pid"; done
        for pid in $watched; do timeout 30 tail -s 0.1 --pid="$pid" -f /dev/null || kill -s KILL "$pid"; done
        [ -z "$2" ] || rm -rf -- "$2"
        """;

    private readonly Process _shell;

    private ServerWatchdog(Process shell) => _shell = shell;

    public static ServerWatchdog Start(Signal signal, string? temporaryFolder)
    {
        var start = new ProcessStartInfo("setsid")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
            ArgumentList = { "sh", "-c", $"exec >/dev/null 2>&1\n{Script}", "sh", ShellName(signal), temporaryFolder ?? "" },
        };
        var shell = Process.Start(start)!;
        shell.StandardInput.AutoFlush = true;
        return new ServerWatchdog(shell);
    }

    public void Watch(int processId) => Tell("watch", processId);

    public void Forget(int processId) => Tell("forget", processId);

    public async ValueTask DisposeAsync()
    {
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync();
        _shell.Dispose();
    }

    private void Tell(string verb, int processId)
    {
        try
        {
            lock (_shell)
                _shell.StandardInput.WriteLine($"{verb} {processId}");
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The shell was closed, or killed from outside: nothing is watched any more.
        }
    }

    private static string ShellName(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Quit => "QUIT",
        Signal.Kill => "KILL",
        _ => "TERM",
    };
}
