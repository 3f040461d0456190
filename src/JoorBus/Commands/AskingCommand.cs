using System.CommandLine;
using JoorBus.Asking;

namespace JoorBus.Commands;

/// <summary>Verbs that ask a running instance one thing and show its answer; <c>--json</c>, <c>--server</c> and <c>--token-file</c> come with them.</summary>
internal static class AskingCommand
{
    /// <param name="name">The verb.</param>
    /// <param name="description">With an example.</param>
    /// <param name="parts">Its arguments and options.</param>
    /// <param name="ask">What to ask.</param>
    /// <param name="write">For people; returns the exit code.</param>
    public static Command Create(string name, string description, IReadOnlyList<Symbol> parts, Func<ParseResult, Question> ask, Func<TextWriter, string, int> write)
    {
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(name, description);
        foreach (var part in parts)
            Add(command, part);
        command.Add(json);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = server.Read(parsed);
            var question = ask(parsed);
            var answer = question.Body is { } body
                ? await Server.ChangeAsync(address, HttpMethod.Post, question.Path, body, hasSecrets: false, cancellationToken)
                : await Server.AskAsync(address, question.Path, cancellationToken);
            return await Answered.WriteAsync(parsed, answer, parsed.GetValue(json), write);
        });
        return command;
    }

    public static void Add(Command command, Symbol part)
    {
        if (part is Argument argument)
            command.Add(argument);
        else
            command.Add((Option)part);
    }
}

/// <summary>What to ask: without a body it is read, with one it is done.</summary>
internal sealed record Question(string Path, string? Body = null);
