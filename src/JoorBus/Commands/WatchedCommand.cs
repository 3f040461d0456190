using System.CommandLine;
using System.Text.Json.Nodes;
using JoorBus.Asking;

namespace JoorBus.Commands;

/// <summary>A verb that may ask for work on one connection, after saying what it costs, and then follows it to its end.</summary>
internal sealed record WatchedCommand
{
    public required string Verb { get; init; }

    public required string Description { get; init; }

    public required Argument<string> Connection { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>Address of a connection's stock or styles on the server.</summary>
    public required Func<string, string> PathOf { get; init; }

    /// <summary>What is asked for; null to follow only.</summary>
    public required Func<ParseResult, JsonObject?> Wish { get; init; }

    /// <summary>Where its cost can be asked for; null when that is not worth a word.</summary>
    public Func<JsonObject, string?> CostPath { get; init; } = _ => "cost";

    public required Func<TextWriter, string, int> TellCost { get; init; }

    /// <summary>Title of the progress, before the connection's name.</summary>
    public required string Title { get; init; }

    /// <summary>How far the connection of this name is.</summary>
    public required Func<ServerAddress, string, CancellationToken, Task<WatchedPush>> Look { get; init; }

    public Command Create()
    {
        var watching = new WatchOptions();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(Verb, Description) { Connection, json };
        foreach (var option in Options)
            command.Add(option);
        watching.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (address, name) = (server.Read(parsed), parsed.GetValue(Connection)!);
            if (Wish(parsed) is { } wish)
            {
                if (await SayCostAsync(parsed, address, wish, cancellationToken) is var told and not ExitCode.Done)
                    return told;
                if (!watching.GoesOn(parsed))
                    return ExitCode.Failed;
                var asked = await Answered.WriteAsync(
                    parsed,
                    await Server.ChangeAsync(address, HttpMethod.Post, $"{PathOf(name)}/{Verb}", wish.ToJsonString(), hasSecrets: false, cancellationToken),
                    parsed.GetValue(json),
                    (_, _) => ExitCode.Done);
                if (asked != ExitCode.Done || !watching.Waits(parsed))
                    return asked;
            }

            return await PushWatch.RunAsync(
                parsed.InvocationConfiguration.Error, $"{Title} of {name}", token => Look(address, name, token), watching.Patience(parsed), cancellationToken);
        });
        return command;
    }

    private async Task<int> SayCostAsync(ParseResult parsed, ServerAddress address, JsonObject wish, CancellationToken cancellationToken)
    {
        if (CostPath(wish) is not { } path)
            return ExitCode.Done;
        var answer = await Server.AskAsync(address, $"{PathOf(parsed.GetValue(Connection)!)}/{path}", cancellationToken);
        return await Answered.WriteAsync(parsed, answer, json: false, (_, text) => TellCost(parsed.InvocationConfiguration.Error, text));
    }
}
