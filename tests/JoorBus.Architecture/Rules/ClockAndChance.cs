using System.Text.RegularExpressions;
using JoorBus.Architecture.Reading;

namespace JoorBus.Architecture.Rules;

/// <summary>Time comes from TimeProvider, ids from the other side, randomness from a printed seed, HTTP through one door.</summary>
public static partial class ClockAndChance
{
    private static readonly string[] HttpDoors = ["src/JoorBus.Joor", "src/JoorBus.Simulators"];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> sources) => sources.SelectMany(Violations);

    private static IEnumerable<string> Violations(SourceFile source)
    {
        var code = CSharpText.WithoutComments(source.Text);
        var banned = Banned().Matches(code)
            .Concat(HttpDoors.Any(source.IsIn) ? [] : HttpClient().Matches(code))
            .Concat(Delay().Matches(code).Where(call => !NamesItsClock(code, call)));
        return banned.OrderBy(match => match.Index).Select(match => $"{source.Path}({LineOf(code, match.Index)}): {match.Value.TrimEnd('(', ' ')} is banned here.");
    }

    private static bool NamesItsClock(string code, Match call)
    {
        var open = call.Index + call.Length - 1;
        var arguments = code[(open + 1)..(CSharpText.AfterBracket(code, open) - 1)];
        return CSharpText.SplitAtCommas(arguments).Skip(1).Any(argument => Clock().IsMatch(argument));
    }

    private static int LineOf(string code, int index) => code.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex(@"\b(DateTime(Offset)?\.(Now|UtcNow|Today)|Guid\.(NewGuid|CreateVersion7)|NewId\.Next\w*|Thread\.Sleep|Random\.Shared|new (System\.)?Random\(\))")]
    private static partial Regex Banned();

    [GeneratedRegex(@"\bnew HttpClient\(")]
    private static partial Regex HttpClient();

    [GeneratedRegex(@"\bTask\.Delay\s*\(")]
    private static partial Regex Delay();

    [GeneratedRegex(@"[Tt]imeProvider|[Cc]lock|\b_?[Tt]ime\b")]
    private static partial Regex Clock();
}
