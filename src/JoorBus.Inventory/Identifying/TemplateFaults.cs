using System.Text.RegularExpressions;
using HandlebarsDotNet;

namespace JoorBus.Inventory.Identifying;

/// <summary>What is wrong with a template, before anything depends on it.</summary>
internal static partial class TemplateFaults
{
    private const int LongestTemplate = 500;
    private static readonly string[] Blocks = ["if", "unless", "each", "with"];

    public static IEnumerable<string> Of(IHandlebars engine, string name, string? template)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            return [$"the template of the {name} is empty; write a field such as {{{{styleNumber}}}}"];
        }

        if (template.Length > LongestTemplate)
        {
            return [$"the template of the {name} has {template.Length} characters; allowed is {LongestTemplate}"];
        }

        if (Syntax(engine, template) is { } fault)
        {
            return [$"the template of the {name} cannot be read: {fault}; it is '{template}'"];
        }

        return Mentions(template) ? [] : [$"the template of the {name} names no field, so every item would get '{template}'; write a field such as {{{{styleNumber}}}}"];
    }

    private static string? Syntax(IHandlebars engine, string template)
    {
        if (Unclosed(template) is { } place)
        {
            return $"'{{{{' at character {place + 1} has no '}}}}'";
        }

        foreach (Match block in Block().Matches(template))
        {
            if (!Blocks.Contains(block.Groups["name"].Value, StringComparer.Ordinal))
            {
                return $"'{block.Groups["name"].Value}' at character {block.Index + 1} is no helper; known are {string.Join(", ", Blocks)}";
            }
        }

        try
        {
            // Filled once: some faults, such as a helper that is not there, only show then.
            engine.Compile(template)(ItemFields.Of(new ItemIdentity()));
            return null;
        }
        catch (HandlebarsException wrong)
        {
            return wrong.Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');
        }
    }

    private static int? Unclosed(string template)
    {
        for (var open = template.IndexOf("{{", StringComparison.Ordinal); open >= 0;)
        {
            var close = template.IndexOf("}}", open, StringComparison.Ordinal);
            if (close < 0)
            {
                return open;
            }

            open = template.IndexOf("{{", close + 2, StringComparison.Ordinal);
        }

        return null;
    }

    private static bool Mentions(string template) => Expression().Matches(template)
        .Any(expression => !expression.Groups["content"].Value.StartsWith('!') && Word().IsMatch(expression.Groups["content"].Value.TrimStart('{', '/', ' ')));

    [GeneratedRegex(@"\{\{~?\s*[#^]\s*(?<name>[^\s}~]+)")]
    private static partial Regex Block();

    [GeneratedRegex(@"\{\{\{?~?\s*(?<content>[^}]*)\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\w")]
    private static partial Regex Word();
}
