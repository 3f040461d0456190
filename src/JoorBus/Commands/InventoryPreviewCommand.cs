using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;
using Spectre.Console;

namespace JoorBus.Commands;

/// <summary><c>joorbus inventory preview</c>: what settings, also ones not saved, make of real items.</summary>
internal static class InventoryPreviewCommand
{
    public static Command Create()
    {
        var name = InventoryCommand.Name();
        var item = new Option<string?>("--item") { Description = "SKU, UPC, style number or style identifier; else the first items" };
        var limit = new Option<int>("--limit") { Description = "Items: 1 to 200", DefaultValueFactory = _ => 10 };
        var after = new Option<string?>("--after") { Description = "Goes on after this item" };
        var requests = new Option<bool>("--requests") { Description = "Shows the next requests exactly as they would be sent" };
        var options = new StockSettingOptions();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command(
            "preview",
            "Shows what the settings, with the changes given here, make of real items; stores and sends nothing. Example: joorbus inventory preview acme --map NJ-1=Default --safety-stock 2")
        {
            name, item, limit, after, requests, json,
        };
        options.AddTo(command);
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var address = server.Read(parsed);
            var path = InventoryCommand.PathOf(parsed.GetValue(name)!);
            var settings = await Server.AskAsync(address, $"{path}/settings", cancellationToken);
            if (settings is not ServerAnswer.Answered(var text))
                return await Answered.WriteAsync(parsed, settings, json: false, (_, _) => ExitCode.Failed);
            var edits = new SettingEdits(JsonSerializer.Deserialize(text, ApiJson.Default.SettingsView)!.Settings, parsed);
            options.Apply(parsed, edits);
            var body = new JsonObject { ["item"] = parsed.GetValue(item), ["limit"] = parsed.GetValue(limit), ["after"] = parsed.GetValue(after), ["requests"] = parsed.GetValue(requests) };
            if (edits.AreAny)
                body["settings"] = edits.Settings.DeepClone();
            var answer = edits.Fault is { } fault
                ? new ServerAnswer.Failed(fault)
                : await Server.ChangeAsync(address, HttpMethod.Post, $"{path}/preview", body.ToJsonString(), hasSecrets: false, cancellationToken);
            return await Answered.WriteAsync(parsed, answer, parsed.GetValue(json), (output, shown) => Write(output, JsonSerializer.Deserialize(shown, ApiJson.Default.StockPreviewView)!, parsed.GetValue(limit)));
        });
        return command;
    }

    private static int Write(TextWriter output, StockPreviewView preview, int limit)
    {
        if (preview.Items.Count == 0)
        {
            output.WriteLine("The warehouse has told of no such item yet.");
            return ExitCode.Done;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("Item", "In JOOR", "Warehouse", "Day", "Would be", "JOOR has", "Why not");
        foreach (var item in preview.Items)
        {
            foreach (var slot in item.Slots.DefaultIfEmpty())
            {
                table.AddRow(
                    Cells.Of(item.Item), Cells.Of(item.JoorItem), Cells.Of(slot?.Warehouse), Cells.Of(slot?.Day), slot is { IsMadeToOrder: true } ? Cells.Of("made to order") : Cells.Of(slot?.Quantity),
                    Cells.Of(slot?.JoorHas), Cells.Of(item.Reason ?? (slot is null ? "in no mapped warehouse" : null)));
            }
        }

        Screen.On(output).Write(table);
        foreach (var (warehouse, levels) in preview.Unmapped)
            output.WriteLine($"Warehouse '{warehouse}' feeds none of JOOR's ({levels} levels of these items); map it with --map '{warehouse}=Default'.");
        foreach (var request in preview.Requests)
        {
            output.WriteLine($"POST /v2/bulk-inventory{(request.Overwrite ? "?overwrite=1" : "")} with {request.Entries} entries, 5 credits:");
            output.WriteLine(request.Body);
        }

        output.WriteLine($"Nothing was stored or sent.{(preview.Items.Count < limit ? "" : $" More items: --after '{preview.Next}'")}");
        return ExitCode.Done;
    }
}
