namespace JoorBus.Simulators.Servers;

/// <summary>PostgreSQL's server programs on this machine, as Debian installs them or on PATH.</summary>
internal sealed record PostgresPrograms(string Folder)
{
    private const string DebianRoot = "/usr/lib/postgresql";

    public string Server => Path.Combine(Folder, "postgres");

    public string CreateCluster => Path.Combine(Folder, "initdb");

    /// <param name="major">The version existing data was made with; null takes the newest.</param>
    public static PostgresPrograms Find(string? major)
    {
        var debian = major is null ? ServerPrograms.Versions(DebianRoot, "", "bin") : [Path.Combine(DebianRoot, major, "bin")];
        return ServerPrograms.FirstWith([.. debian, .. ServerPrograms.Path], "postgres", "initdb") is { } folder
            ? new PostgresPrograms(folder)
            : throw new ServerUnavailableException(
                $"PostgreSQL{(major is null ? "" : " " + major)} is missing (looked for postgres and initdb in {DebianRoot}/{major ?? "*"}/bin and PATH): install it with `apt-get install postgresql`.");
    }
}
