using System.Text.RegularExpressions;
using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>Slices meet only in contracts: no slice names another one's namespace.</summary>
public static partial class LoneSlices
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources) =>
        from source in sources
        from mention in SliceNamespace().Matches(CSharpText.WithoutComments(source.Text))
        where SliceFolder().Match(source.Path) is { Success: true } own && own.Groups["slice"].Value != mention.Groups["slice"].Value
        select $"{source.Path} names {mention.Value}; slices meet only in contracts.";

    [GeneratedRegex(@"(?<![\w.])JoorBus\.(?<slice>Orders|Inventory|Products|Recovery)\b")]
    private static partial Regex SliceNamespace();

    [GeneratedRegex(@"^src/JoorBus\.(?<slice>Orders|Inventory|Products|Recovery)/")]
    private static partial Regex SliceFolder();
}
