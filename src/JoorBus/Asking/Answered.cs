using System.CommandLine;
using JoorBus.Commands;

namespace JoorBus.Asking;

/// <summary>From a server's answer to output and exit code, the same for every verb that asks one.</summary>
internal static class Answered
{
    /// <param name="parsed">Where to write.</param>
    /// <param name="answer">What the server said.</param>
    /// <param name="json">Its JSON as it is.</param>
    /// <param name="write">For people; returns the exit code.</param>
    public static async Task<int> WriteAsync(ParseResult parsed, ServerAnswer answer, bool json, Func<TextWriter, string, int> write)
    {
        var io = parsed.InvocationConfiguration;
        switch (answer)
        {
            case ServerAnswer.Answered(var text) when json:
                await io.Output.WriteLineAsync(text);
                return write(TextWriter.Null, text);
            case ServerAnswer.Answered(var text):
                return write(io.Output, text);
            case ServerAnswer.Failed(var sentence):
                await io.Error.WriteLineAsync(sentence);
                return ExitCode.Failed;
            default:
                throw new InvalidOperationException($"{answer.GetType().Name} is not an answer this version knows");
        }
    }
}
