namespace JoorBus.Architecture.Reading;

/// <summary>A file by its path from the repository's root, with slashes.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public bool IsIn(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);
}
