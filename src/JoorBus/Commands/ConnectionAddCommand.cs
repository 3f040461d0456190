using System.CommandLine;
using JoorBus.Asking;

namespace JoorBus.Commands;

/// <summary><c>joorbus connections add</c></summary>
internal static class ConnectionAddCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("name") { Description = "Unique name: 1 to 64 letters, digits, inner spaces . _ -; may be changed later", Arity = ArgumentArity.ZeroOrOne };
        var settings = new SettingOptions();
        var secrets = new SecretOptions();
        var untested = new Option<bool>("--untested") { Description = "Stores it without asking JOOR first" };
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "add",
            "Adds a connection after testing it; on a terminal it asks for what is missing, secrets without echo. Example: joorbus connections add acme --environment sandbox --token-from token.txt")
        {
            name, untested, json,
        };
        settings.AddTo(command);
        secrets.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (body, unread) = settings.Read(parsed);
            var (given, shut) = secrets.Read(parsed, Console.In);
            if ((unread ?? shut) is { } fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(fault);
                return ExitCode.Usage;
            }

            if (parsed.GetValue(name) is { } wanted)
                body["name"] = wanted;
            if (Terminal.IsThere)
                ConnectionQuestions.AskMissing(body, given);
            foreach (var (field, secret) in given)
                body[field] = secret;
            var path = parsed.GetValue(untested) ? "/api/connections?untested=true" : "/api/connections";
            return await Answered.WriteAsync(
                parsed,
                await Server.ChangeAsync(server.Read(parsed), HttpMethod.Post, path, body.ToJsonString(), given.Count > 0, cancellationToken),
                parsed.GetValue(json),
                (output, text) => ConnectionsReport.WriteChange(output, parsed.InvocationConfiguration.Error, "add", text));
        });
        return command;
    }
}
