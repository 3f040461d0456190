using System.Text.RegularExpressions;

namespace JoorBus.Architecture.Reading;

/// <summary>C# as far as the rules need it: which characters are comment or string, and where a bracket ends.</summary>
public static partial class CSharpText
{
    /// <summary>Comments become blanks; strings stay, since an interpolated one holds code.</summary>
    public static string WithoutComments(string text) =>
        CommentOrString().Replace(text, match => match.Value[0] == '/' ? Blank(match.Value) : match.Value);

    /// <summary>Comments and strings become blanks: what is left declares types.</summary>
    public static string WithoutCommentsAndStrings(string text) =>
        CommentOrString().Replace(text, match => Blank(match.Value));

    /// <summary>The index just after the bracket that closes the one at <paramref name="open"/>.</summary>
    public static int AfterBracket(string text, int open)
    {
        var depth = 0;
        for (var index = open; index < text.Length; index++)
        {
            depth += text[index] switch { '(' or '<' or '[' or '{' => 1, ')' or ']' or '}' => -1, '>' when text[index - 1] != '=' => -1, _ => 0 };
            if (depth == 0)
                return index + 1;
        }

        return text.Length;
    }

    /// <summary>Splits at the commas outside all brackets.</summary>
    public static IEnumerable<string> SplitAtCommas(string text)
    {
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] is '(' or '<' or '[' or '{')
            {
                index = AfterBracket(text, index) - 1;
            }
            else if (text[index] == ',')
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        yield return text[start..].Trim();
    }

    private static string Blank(string text) => NotLineEnd().Replace(text, " ");

    [GeneratedRegex(""""
        //[^\n]*|/\*[\s\S]*?\*/|\$*("{3,})[\s\S]*?\1|\$?@\$?"(?:[^"]|"")*"|\$?"(?:\\.|[^"\\\n])*"|'(?:\\.[^']*|[^'\\\n])'
        """")]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"[^\n]")]
    private static partial Regex NotLineEnd();
}
