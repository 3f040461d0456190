using System.CommandLine;

namespace JoorBus.Commands;

/// <summary>Secrets from files or standard input, never from arguments: those are seen by others and kept in histories.</summary>
internal sealed class SecretOptions
{
    private readonly (string Field, Option<string?> From)[] all =
    [
        ("token", From("--token-from", "v2 token")),
        ("clientSecret", From("--client-secret-from", "v4 client secret")),
        ("password", From("--password-from", "v4 password")),
    ];

    public void AddTo(Command command)
    {
        foreach (var (_, from) in all)
            command.Add(from);
        foreach (var name in (string[])["--token", "--client-secret", "--password"])
            command.Add(Refused(name));
    }

    /// <summary>The secrets given, by field; or a sentence about what cannot be read.</summary>
    public (Dictionary<string, string?> Secrets, string? Fault) Read(ParseResult parsed, TextReader input)
    {
        var secrets = new Dictionary<string, string?>();
        foreach (var (field, from) in all)
        {
            if (parsed.GetValue(from) is not { } source)
                continue;
            var (secret, fault) = Read(from.Name, source, input);
            if (fault is not null)
                return (secrets, fault);
            secrets[field] = secret;
        }

        return (secrets, null);
    }

    private static (string? Secret, string? Fault) Read(string option, string source, TextReader input)
    {
        try
        {
            var text = source == "-" ? input.ReadLine() : File.ReadAllText(source).TrimEnd('\r', '\n');
            return string.IsNullOrEmpty(text) ? (null, $"{option} '{source}' gives nothing; it must hold the secret in one line")
                : text.AsSpan().ContainsAny('\r', '\n') ? (null, $"{option} '{source}' holds several lines; it must hold the secret in one line")
                : (text, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, $"{option} '{source}' cannot be read: {fault.Message}");
        }
    }

    private static Option<string?> From(string name, string what) => new(name) { Description = $"File that holds the {what} in one line; - reads one line of standard input, in the order of these options" };

    // Known only to refuse it without showing its value.
    private static Option<string[]> Refused(string name)
    {
        var option = new Option<string[]>(name) { Hidden = true, Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = true };
        option.Validators.Add(result => result.AddError($"{name} is not taken as an argument, where others could read it; use {name}-from FILE, {name}-from - or leave it out and be asked"));
        return option;
    }
}
