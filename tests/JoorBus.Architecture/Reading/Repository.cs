namespace JoorBus.Architecture.Reading;

/// <summary>The files of the repository that these tests were built from.</summary>
public static class Repository
{
    private static readonly string[] Generated = ["artifacts", "bin", "obj", "node_modules", ".git"];

    private static readonly string[] Tops = ["contracts", "src", "tests"];

    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    public static IReadOnlyList<SourceFile> Sources { get; } = [.. Read("*.cs").Select(file => new SourceFile(file.Path, file.Text))];

    public static IReadOnlyList<ProjectFile> Projects { get; } = [.. Read("*.csproj").Select(file => new ProjectFile(file.Path, file.Text))];

    public static IReadOnlyList<string> Readmes { get; } = [.. Read("README.md").Select(file => file.Path)];

    public static IEnumerable<SourceFile> SourcesIn(params string[] folders) =>
        Sources.Where(source => folders.Any(source.IsIn));

    private static string FindRoot(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "JoorBus.sln")) || File.Exists(Path.Combine(folder.FullName, "Directory.Build.props")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {start} holds JoorBus.sln or Directory.Build.props.");
    }

    private static IEnumerable<(string Path, string Text)> Read(string pattern) =>
        from top in Tops
        let folder = Path.Combine(Root, top)
        where Directory.Exists(folder)
        from file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories)
        let path = Path.GetRelativePath(Root, file).Replace('\\', '/')
        where !path.Split('/').Any(Generated.Contains)
        orderby path
        select (path, File.ReadAllText(file));
}
