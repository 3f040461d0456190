using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace JoorBus.Gaps.Tests.Dying;

/// <summary>A host in a process of its own, this test program started again.</summary>
public sealed class HostChild : IAsyncDisposable
{
    private const int EndedByKill = 137;
    private readonly Process process;
    private readonly StringBuilder log = new();

    private HostChild(Process process) => this.process = process;

    /// <summary>What it has logged.</summary>
    public string Log
    {
        get
        {
            lock (log)
                return log.ToString();
        }
    }

    public static HostChild Start(IReadOnlyDictionary<string, string> settings, Gap gap, int nth)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, gap.ToString(), nth.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        var child = new HostChild(Process.Start(start)!);
        child.process.OutputDataReceived += child.Note;
        child.process.ErrorDataReceived += child.Note;
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Returns when the host has died in its gap.</summary>
    public async Task DiesAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30), TimeProvider.System);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"The host never came to its gap. It logged: {Log}");
        }

        process.ExitCode.ShouldBe(EndedByKill, Log);
    }

    public Task KillAsync()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private void Note(object sender, DataReceivedEventArgs line)
    {
        lock (log)
            log.AppendLine(line.Data);
    }
}
