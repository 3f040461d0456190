using System.CommandLine;
using JoorBus.Asking;

namespace JoorBus.Commands;

/// <summary><c>joorbus connections set</c></summary>
internal static class ConnectionSetCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "Name of the connection, as list shows it" };
        var rename = new Option<string?>("--rename") { Description = "New name; its orders and history stay with it" };
        var ask = new Option<string[]>("--ask") { Description = "Secrets to replace, each asked for on the terminal without echo", AllowMultipleArgumentsPerToken = true };
        ask.AcceptOnlyFromAmong("token", "client-secret", "password");
        var settings = new SettingOptions();
        var secrets = new SecretOptions();
        var untested = new Option<bool>("--untested") { Description = "Stores the change without asking JOOR first" };
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "set",
            "Changes what is given and tests that; 'none' sets a setting back to its default. Secrets are replaced by --…-from or --ask. Example: joorbus connections set acme --poll-interval 00:00:30 --token-from -")
        {
            name, rename, ask, untested, json,
        };
        settings.AddTo(command);
        secrets.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (body, unread) = settings.Read(parsed);
            var (given, shut) = secrets.Read(parsed, Console.In);
            if (parsed.GetValue(rename) is { } newName)
                body["name"] = newName;
            foreach (var secret in parsed.GetValue(ask) ?? [])
                given[secret == "client-secret" ? "clientSecret" : secret] = Terminal.IsThere ? Terminal.AskSecret(secret) : null;
            if ((unread ?? shut ?? Fault(body.Count, given)) is { } fault)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(fault);
                return ExitCode.Usage;
            }

            foreach (var (field, secret) in given)
                body[field] = secret;
            var path = ConnectionsCommand.PathOf(parsed.GetValue(name)!) + (parsed.GetValue(untested) ? "?untested=true" : "");
            return await Answered.WriteAsync(
                parsed,
                await Server.ChangeAsync(server.Read(parsed), HttpMethod.Patch, path, body.ToJsonString(), given.Count > 0, cancellationToken),
                parsed.GetValue(json),
                (output, text) => ConnectionsReport.WriteChange(output, parsed.InvocationConfiguration.Error, "set", text));
        });
        return command;
    }

    private static string? Fault(int settings, Dictionary<string, string?> secrets) =>
        secrets.Values.Any(secret => secret is null) ? "--ask got no secret: it needs a terminal and an answer; elsewhere use --token-from and the like"
        : settings + secrets.Count == 0 ? "Nothing to change was given; see: joorbus connections set --help"
        : null;
}
