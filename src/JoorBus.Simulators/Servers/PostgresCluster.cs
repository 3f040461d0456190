namespace JoorBus.Simulators.Servers;

/// <summary>The data folder of a private PostgreSQL: made when absent, cleared of what a killed owner left running.</summary>
internal sealed record PostgresCluster(string DataFolder, PostgresPrograms Programs, IReadOnlyList<string> Prefix)
{
    public static async Task<PostgresCluster> OpenAsync(ServerFolder folder, CancellationToken cancellationToken)
    {
        var data = folder.File("data");
        var version = Path.Combine(data, "PG_VERSION");
        var programs = PostgresPrograms.Find(File.Exists(version) ? (await File.ReadAllTextAsync(version, cancellationToken)).Trim() : null);
        await EndLeftoverAsync(folder, data, cancellationToken);
        if (!File.Exists(version))
            await CreateAsync(folder, data, programs, cancellationToken);
        return new PostgresCluster(data, programs, await PostgresAccount.PrepareAsync(data, cancellationToken));
    }

    private static async Task EndLeftoverAsync(ServerFolder folder, string data, CancellationToken cancellationToken)
    {
        if (folder.Number("data/postmaster.pid") is not { } processId)
            return;
        var command = ProcFile.CommandLine(processId);
        if (command.Length > 0 && Path.GetFileName(command[0]) == "postgres" && command.Contains(data))
            await ServerProcess.EndLeftoverAsync(processId, Signal.Interrupt, cancellationToken);
    }

    // Made beside and moved into place, so that a start that was killed half way leaves nothing that looks finished.
    private static async Task CreateAsync(ServerFolder folder, string data, PostgresPrograms programs, CancellationToken cancellationToken)
    {
        var unfinished = folder.File("data.unfinished");
        foreach (var half in new[] { unfinished, data }.Where(Directory.Exists))
            Directory.Delete(half, recursive: true);
        Directory.CreateDirectory(unfinished);
        var create = new ServerCommand
        {
            Prefix = await PostgresAccount.PrepareAsync(unfinished, cancellationToken),
            Program = programs.CreateCluster,
            Arguments = ["-D", unfinished, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync", "--no-instructions"],
            Folder = "/",
        };
        var (exitCode, output) = await create.RunAsync(cancellationToken);
        if (exitCode != 0)
            throw new ServerUnavailableException($"PostgreSQL could not make its data folder {data}: {output}");
        Directory.Move(unfinished, data);
    }
}
