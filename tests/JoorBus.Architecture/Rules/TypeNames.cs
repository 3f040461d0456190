using System.Text.RegularExpressions;
using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>A name says what a thing does; these words say only that it does something.</summary>
public static partial class TypeNames
{
    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources) =>
        from type in DeclaredType.In(sources)
        where Empty().IsMatch(type.Name)
        select $"{type.Path} declares {type.Name}: name what it does.";

    [GeneratedRegex("(Manager|Helper|Util|Utils|Utility|Common|Impl)s?(?=[A-Z_0-9]|$)|(Base|Processor)$")]
    private static partial Regex Empty();
}
