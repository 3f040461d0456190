using System.Diagnostics;

namespace JoorBus.Simulators.Servers;

/// <summary>A program of a server with everything it needs to run; nothing of the caller's own server settings leaks in.</summary>
internal sealed record ServerCommand
{
    private static readonly string[] ForeignSettings = ["PG", "RABBITMQ_", "ERL_"];

    public required string Program { get; init; }

    public required IReadOnlyList<string> Arguments { get; init; }

    public required string Folder { get; init; }

    /// <summary>Put before the program, such as a change of user.</summary>
    public IReadOnlyList<string> Prefix { get; init; } = [];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Starts in a session of its own, so that Ctrl-C in the terminal reaches only the owner, who then stops it in order.</summary>
    public Process StartInBackground(string logFile) =>
        Start(["setsid", "sh", "-c", "exec >>\"$0\" 2>&1 </dev/null; exec \"$@\"", logFile, .. Prefix, Program, .. Arguments]);

    public async Task<(int ExitCode, string Output)> RunAsync(CancellationToken cancellationToken)
    {
        using var process = Start([.. Prefix, Program, .. Arguments]);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, (await output + await errors).Trim());
    }

    private Process Start(IReadOnlyList<string> command)
    {
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => ForeignSettings.Any(foreign => name.StartsWith(foreign, StringComparison.Ordinal))).ToArray())
            start.Environment.Remove(name);
        foreach (var (name, value) in Environment)
            start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
