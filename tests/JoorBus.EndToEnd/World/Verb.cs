using JoorBus.Commands;

namespace JoorBus.EndToEnd.World;

/// <summary>Runs a command line in this process.</summary>
public sealed record Verb(int Code, string Output, string Error)
{
    public static async Task<Verb> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        return new(await CommandLine.RunAsync(args, output, error), output.ToString(), error.ToString());
    }
}
