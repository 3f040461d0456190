using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>A file fits into a reader's head.</summary>
public static class FileLength
{
    public const int MostLines = 350;

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources) =>
        from source in sources
        let lines = source.Text.AsSpan().TrimEnd('\n').Count('\n') + 1
        where lines > MostLines
        select $"{source.Path} has {lines} lines, {lines - MostLines} too many.";
}
