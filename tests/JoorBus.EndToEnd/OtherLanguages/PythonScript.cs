using System.Diagnostics;

namespace JoorBus.EndToEnd.OtherLanguages;

/// <summary>A script of this folder, run by a Python that has pika; ends with the test.</summary>
internal sealed class PythonScript : IAsyncDisposable
{
    // Debian's package installs for Debian's Python, which need not be the first on PATH.
    private static readonly string[] Pythons = ["/usr/bin/python3", "python3"];
    private readonly Process process;

    private PythonScript(Process process) => this.process = process;

    /// <summary>Starts it and waits for its first line.</summary>
    public static async Task<PythonScript> StartAsync(string script, params string[] arguments)
    {
        var python = Array.Find(Pythons, HasPika)
            ?? throw new InvalidOperationException("No Python here has pika: install it with `apt-get install python3-pika`, or `pip install pika`.");
        var running = new PythonScript(Run(python, [Path.Combine(AppContext.BaseDirectory, "OtherLanguages", script), .. arguments]));
        if (await running.process.StandardOutput.ReadLineAsync() is null)
        {
            throw new InvalidOperationException($"{script} ended at once: {await running.process.StandardError.ReadToEndAsync()}");
        }

        return running;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static bool HasPika(string python)
    {
        try
        {
            using var attempt = Run(python, ["-c", "import pika"]);
            attempt.WaitForExit();
            return attempt.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static Process Run(string python, string[] arguments) =>
        Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
}
