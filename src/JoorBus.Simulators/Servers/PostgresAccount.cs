using System.Globalization;

namespace JoorBus.Simulators.Servers;

/// <summary>Who runs PostgreSQL: ourselves, or the user postgres when we are root, which PostgreSQL refuses.</summary>
internal static class PostgresAccount
{
    private static readonly string[] ChangeUser = ["--reuid=postgres", "--regid=postgres", "--init-groups"];

    // The one right that lets postgres walk through folders such as /root to data it owns.
    private static readonly string[] PassFolders = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];

    /// <summary>Hands the data folder to the account and returns what to put before each of its commands.</summary>
    public static async Task<IReadOnlyList<string>> PrepareAsync(string dataFolder, CancellationToken cancellationToken)
    {
        if (!Environment.IsPrivilegedProcess)
            return [];
        if (await RunAsync([], "chown", ["-R", "postgres:postgres", dataFolder], cancellationToken) is { ExitCode: not 0 } refused)
            throw new ServerUnavailableException($"PostgreSQL does not run as root, and its folder cannot be given to the user postgres: {refused.Output}.");
        foreach (string[] prefix in new string[][] { ["setpriv", .. ChangeUser], ["setpriv", .. ChangeUser, .. PassFolders] })
        {
            // Not `test -w`: access(2) looks away from the added right.
            if (await RunAsync(prefix, "ls", [dataFolder], cancellationToken) is { ExitCode: 0 })
                return prefix;
        }

        throw new ServerUnavailableException(string.Create(
            CultureInfo.InvariantCulture,
            $"PostgreSQL does not run as root, and the user postgres cannot enter {dataFolder}: name a folder that every user can enter, such as one under /tmp."));
    }

    private static Task<(int ExitCode, string Output)> RunAsync(
        IReadOnlyList<string> prefix, string program, IReadOnlyList<string> arguments, CancellationToken cancellationToken) =>
        new ServerCommand { Prefix = prefix, Program = program, Arguments = arguments, Folder = "/" }.RunAsync(cancellationToken);
}
