using System.Text.RegularExpressions;

namespace JoorBus.Architecture.Reading;

/// <summary>A type as its declaration writes it: class, record, struct, interface or enum, with its bases, type arguments included.</summary>
public sealed partial record DeclaredType(string Kind, string Name, IReadOnlyList<string> Bases, string Path)
{
    public static IEnumerable<DeclaredType> In(IEnumerable<SourceFile> sources) => sources.SelectMany(In);

    public static IEnumerable<DeclaredType> In(SourceFile source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = CSharpText.WithoutCommentsAndStrings(source.Text);
        return Declaration().Matches(text).Select(match => new DeclaredType(
            match.Groups["kind"].Value, match.Groups["name"].Value, BasesAfter(text, match.Index + match.Length), source.Path));
    }

    /// <summary>Whether a base of this name, whatever its namespace and type arguments, is written.</summary>
    public bool IsWrittenAs(string baseName) => Bases.Any(written => Simple(written) == baseName);

    private static string Simple(string written) => written.Split('<', '(')[0].Split('.')[^1].Trim();

    private static List<string> BasesAfter(string text, int index)
    {
        var bases = -1;
        for (; index < text.Length && text[index] is not ('{' or ';'); index++)
        {
            if (text[index] is '(' or '<' or '[')
                index = CSharpText.AfterBracket(text, index) - 1;
            else if (bases < 0 && text[index] == ':')
                bases = index + 1;
        }

        return bases < 0 ? [] : [.. CSharpText.SplitAtCommas(WhereClause().Split(text[bases..index])[0])];
    }

    [GeneratedRegex(@"(?<![\w.])(?<kind>class|record|struct|interface|enum)\s+(?:class\s+|struct\s+)?(?<name>[A-Z_]\w*)")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"\bwhere\b")]
    private static partial Regex WhereClause();
}
