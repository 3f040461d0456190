using System.Diagnostics;
using JoorBus.Configuring;
using JoorBus.Messaging;

namespace JoorBus.Demo;

/// <summary>A second process that pushes stock and products until it is killed, behind a shell that kills it also when the demo itself dies.</summary>
internal sealed class DemoSecondHost : IAsyncDisposable
{
    /// <summary>Hidden verb of a host without a bus's queues: a bus in memory cannot be shared, the database can.</summary>
    public const string PusherOption = "--pusher";

    private const string Script = "log=$1; shift; exec 2>\"$log\"; \"$@\" >&2 </dev/null & p=$!; read -r _; kill -9 $p; wait $p; echo $?";
    private readonly Process _shell;

    private DemoSecondHost(Process shell) => _shell = shell;

    public bool IsKilled { get; private set; }

    public static DemoSecondHost Start(HostSettings settings, string logFile)
    {
        string[] verb = settings.Messaging.EffectiveTransport == BusTransport.Memory ? ["demo", PusherOption] : ["run", "--roles", "inventory,products"];
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "sh", logFile, .. Program(), .. verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in DemoEnvironment.Of(settings))
        {
            start.Environment[name] = value;
        }

        return new DemoSecondHost(Process.Start(start)!);
    }

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public async Task KillAsync()
    {
        if (IsKilled)
        {
            return;
        }

        IsKilled = true;
        _shell.StandardInput.Close();
        await _shell.WaitForExitAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync().ConfigureAwait(false);
        _shell.Dispose();
    }

    private static string[] Program()
    {
        var (process, assembly) = (Environment.ProcessPath!, Path.Combine(AppContext.BaseDirectory, "JoorBus.dll"));
        return Path.GetFileNameWithoutExtension(process) == "dotnet" ? [process, assembly] : [process];
    }
}
