using System.CommandLine;
using System.Text.Json;
using JoorBus.Asking;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary><c>joorbus connections …</c>: JOOR connections of a running instance.</summary>
internal static class ConnectionsCommand
{
    private const string Path = "/api/connections";

    public static Command Create() => new("connections", "Sets up and tests JOOR connections; changes take effect in running hosts within seconds.")
    {
        ConnectionAddCommand.Create(), List(), Show(), ConnectionSetCommand.Create(),
        Change("test", "Asks JOOR whether a connection works, for one or two credits.", "/test"),
        Change("enable", "Switches a connection on.", "/enable"),
        Change("disable", "Switches a connection off; done when none of its requests is under way.", "/disable"),
        Remove(), RotateKey(),
    };

    public static string PathOf(string name) => $"{Path}/{Uri.EscapeDataString(name)}";

    private static Command List()
    {
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command("list", "Lists connections, stored ones and those from configuration. Example: joorbus connections list") { json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) => await Answered.WriteAsync(
            parsed,
            await Server.AskAsync(server.Read(parsed), Path, cancellationToken),
            parsed.GetValue(json),
            (output, text) => ConnectionsReport.WriteList(output, JsonSerializer.Deserialize(text, ApiJson.Default.ListConnectionView)!)));
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command("show", "Shows a connection: everything but its secrets. Example: joorbus connections show acme") { name, json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) => await Answered.WriteAsync(
            parsed,
            await Server.AskAsync(server.Read(parsed), PathOf(parsed.GetValue(name)!), cancellationToken),
            parsed.GetValue(json),
            (output, text) => ConnectionsReport.WriteOne(output, JsonSerializer.Deserialize(text, ApiJson.Default.ConnectionView)!)));
        return command;
    }

    private static Command Change(string verb, string description, string path)
    {
        var name = Name();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(verb, $"{description} Example: joorbus connections {verb} acme") { name, json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) => await Answered.WriteAsync(
            parsed,
            await Server.ChangeAsync(server.Read(parsed), HttpMethod.Post, PathOf(parsed.GetValue(name)!) + path, "{}", hasSecrets: false, cancellationToken),
            parsed.GetValue(json),
            (output, text) => ConnectionsReport.WriteChange(output, parsed.InvocationConfiguration.Error, verb, text)));
        return command;
    }

    private static Command Remove()
    {
        var name = Name();
        var evenWith = new Option<string?>("--even-with") { Description = "'orders': removes it although orders came through it; those stay stored" };
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command("remove", "Removes a connection and wipes its secrets; refused while orders hang on it, unless told otherwise. Example: joorbus connections remove acme --even-with orders") { name, evenWith, json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = parsed.GetValue(evenWith) is { } word ? QueryString.Create("evenWith", word) : default;
            return await Answered.WriteAsync(
                parsed,
                await Server.ChangeAsync(server.Read(parsed), HttpMethod.Delete, PathOf(parsed.GetValue(name)!) + query, "{}", hasSecrets: false, cancellationToken),
                parsed.GetValue(json),
                (output, text) => ConnectionsReport.WriteChange(output, parsed.InvocationConfiguration.Error, "remove", text));
        });
        return command;
    }

    private static Command RotateKey()
    {
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "rotate-key",
            "Seals all stored secrets anew with the first master key while hosts run. Before: add the new key to the master key file of every host, then make it the first line. Example: joorbus connections rotate-key") { json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) => await Answered.WriteAsync(
            parsed,
            await Server.ChangeAsync(server.Read(parsed), HttpMethod.Post, $"{Path}/rotate-key", "{}", hasSecrets: false, cancellationToken),
            parsed.GetValue(json),
            (output, text) => ConnectionsReport.WriteRotation(output, parsed.InvocationConfiguration.Error, JsonSerializer.Deserialize(text, ApiJson.Default.KeyRotationReport)!)));
        return command;
    }

    private static Argument<string> Name() => new("name") { Description = "Name of the connection, as list shows it" };
}
