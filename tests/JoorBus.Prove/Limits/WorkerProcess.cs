using System.Diagnostics;
using System.Globalization;

namespace JoorBus.Prove.Limits;

/// <summary>One worker process; it ends with this one, since its standard input closes then.</summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _log;

    private WorkerProcess(Process process, string logFile) => (_process, _log) = (process, LogAsync(process, logFile));

    public static WorkerProcess Start(LimitsPlan plan, int number, string database, Uri joor, string folder)
    {
        var skew = plan.Workers == 1 ? TimeSpan.Zero : plan.Skew * number / (plan.Workers - 1);
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "JoorBus.Prove.dll"), LimitWorker.Verb, database, joor.ToString(), Milliseconds(plan.Window), Milliseconds(skew),
            Path.Combine(folder, $"waits-{number}.log"),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0";
        return new(Process.Start(start)!, Path.Combine(folder, $"worker-{number}.log"));
    }

    /// <summary>SIGKILL.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await _log;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static async Task LogAsync(Process process, string logFile) => await File.AppendAllTextAsync(logFile, await process.StandardOutput.ReadToEndAsync());

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
}
