using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary><c>joorbus inventory settings</c></summary>
internal static class InventorySettingsCommand
{
    public static Command Create()
    {
        var name = InventoryCommand.Name();
        var options = new StockSettingOptions();
        var confirm = new Option<string?>("--confirm-overwrite") { Description = "The connection's name once more, for --mode overwrite, which removes from JOOR what a full push does not name" };
        var unknown = new Option<bool>("--even-if-unknown") { Description = "Takes names of JOOR's warehouses that JOOR tells nothing of" };
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "settings",
            "Shows how stock of a connection gets to JOOR, or changes what is given. Example: joorbus inventory settings acme --on --map NJ-1=Default --map CA-2=Default --safety-stock 2")
        {
            name, confirm, unknown, json,
        };
        options.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var more = new JsonObject { ["evenIfUnknown"] = parsed.GetValue(unknown), ["overwriteConfirmation"] = parsed.GetValue(confirm) };
            var path = $"{InventoryCommand.PathOf(parsed.GetValue(name)!)}/settings";
            return await Answered.WriteAsync(
                parsed,
                await SettingsAsking.AskAsync(parsed, server.Read(parsed), path, edits => options.Apply(parsed, edits), more, cancellationToken),
                parsed.GetValue(json),
                (output, text) => SettingsReport.Write(output, JsonSerializer.Deserialize(text, ApiJson.Default.SettingsView)!, "stock"));
        });
        return command;
    }
}
