using System.Diagnostics;
using System.Globalization;

namespace JoorBus.Prove.World;

/// <summary>One JoorBus process, <c>dotnet JoorBus.dll run</c>, behind a shell that kills it when this program ends, however that comes.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private const string Script = "exec 2>>\"$2\"; \"$0\" \"$1\" run >&2 </dev/null & p=$!; echo $p; read -r _; kill -9 $p; wait $p; echo $?";
    private const string EndedByKill = "137";
    private readonly Process shell;

    private HostProcess(Process shell) => this.shell = shell;

    /// <summary>True when it ended before it was killed.</summary>
    public bool DiedByItself { get; private set; }

    private static string Program => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "JoorBus", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "JoorBus.dll"));

    public static async Task<HostProcess> StartAsync(IReadOnlyDictionary<string, string> environment, string logFile)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Script, "dotnet", Program, logFile])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var process = new HostProcess(Process.Start(start)!);
        _ = int.Parse(await process.shell.StandardOutput.ReadLineAsync() ?? "", CultureInfo.InvariantCulture);
        return process;
    }

    /// <summary>SIGKILL; returns when the process is gone.</summary>
    public async Task KillAsync()
    {
        shell.StandardInput.Close();
        DiedByItself = await shell.StandardOutput.ReadLineAsync() != EndedByKill;
        await shell.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!shell.HasExited)
            await KillAsync();
        shell.Dispose();
    }
}
