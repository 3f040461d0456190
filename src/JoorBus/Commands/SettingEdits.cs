using System.CommandLine;
using System.Text.Json.Nodes;

namespace JoorBus.Commands;

/// <summary>Changes to settings that were just read; what is not given stays as it is.</summary>
internal sealed class SettingEdits(JsonObject settings, ParseResult parsed)
{
    /// <summary>Whether anything was given.</summary>
    public bool AreAny { get; private set; }

    /// <summary>The first value that cannot be; a sentence.</summary>
    public string? Fault { get; private set; }

    public JsonObject Settings => settings;

    public void Set(string field, JsonNode? value)
    {
        AreAny = true;
        settings[field] = value;
    }

    public void Refuse(string sentence) => Fault ??= sentence;

    public void Number(Option<int?> option, string field)
    {
        if (parsed.GetValue(option) is { } number)
            Set(field, number);
    }

    public void Share(Option<decimal?> option, string field)
    {
        if (parsed.GetValue(option) is { } share)
            Set(field, share);
    }

    public void Flag(Option<bool?> option, string field)
    {
        if (parsed.GetValue(option) is { } flag)
            Set(field, flag);
    }

    public void Word(Option<string?> option, string field, Func<string, JsonNode?>? read = null)
    {
        if (parsed.GetValue(option) is { } word)
            Set(field, read is null ? word : read(word));
    }

    /// <summary>One option to switch on, one to switch off.</summary>
    public void Switch(Option<bool> on, Option<bool> off, string field)
    {
        if (parsed.GetValue(on) && parsed.GetValue(off))
            Refuse($"{on.Name} and {off.Name} exclude each other");
        else if (parsed.GetValue(on) || parsed.GetValue(off))
            Set(field, parsed.GetValue(on));
    }

    /// <summary>Each <c>NAME=VALUE</c> of an option that may be given several times.</summary>
    public IEnumerable<(string Name, string Value)> Pairs(Option<string[]> option)
    {
        foreach (var text in parsed.GetValue(option) ?? [])
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || at == text.Length - 1)
                Refuse($"{option.Name} is '{text}'; write NAME=VALUE");
            else
                yield return (text[..at].Trim(), text[(at + 1)..].Trim());
        }
    }
}
