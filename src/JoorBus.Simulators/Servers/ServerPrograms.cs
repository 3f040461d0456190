namespace JoorBus.Simulators.Servers;

/// <summary>Finds the folder that holds a server's programs.</summary>
internal static class ServerPrograms
{
    /// <summary>The folders of PATH, in order.</summary>
    public static IEnumerable<string> Path =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The first folder that holds every one of the files.</summary>
    public static string? FirstWith(IEnumerable<string> folders, params string[] files) =>
        folders.FirstOrDefault(folder => files.All(file => IsThere(System.IO.Path.Combine(folder, file))));

    /// <summary>Folders under a root whose name starts with a prefix, highest version first, each with an inner path added.</summary>
    public static IEnumerable<string> Versions(string root, string prefix, string inner) =>
        Directory.Exists(root)
            ? Directory.EnumerateDirectories(root, prefix + "*")
                .OrderByDescending(folder => Version.TryParse(Dotted(folder, prefix), out var version) ? version : new Version(0, 0))
                .Select(folder => System.IO.Path.Combine(folder, inner))
            : [];

    // A link to a program that was removed still "exists".
    private static bool IsThere(string file) => File.Exists(file) && (File.ResolveLinkTarget(file, returnFinalTarget: true)?.Exists ?? true);

    private static string Dotted(string folder, string prefix)
    {
        var number = System.IO.Path.GetFileName(folder)[prefix.Length..];
        return number.Contains('.', StringComparison.Ordinal) ? number : number + ".0";
    }
}
