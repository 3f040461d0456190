using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Http;
using JoorBus.Inventory.Listing;

namespace JoorBus.Commands;

/// <summary><c>joorbus inventory …</c>: stock, asked of a running instance.</summary>
internal static class InventoryCommand
{
    private const string Path = "/api/inventory";

    public static Command Create() => new("inventory", "Shows what stock JOOR holds and why, sets up how it gets there, and sends it.")
    {
        Status(), List(), Show(), InventorySettingsCommand.Create(), InventoryPreviewCommand.Create(), InventoryPushCommand.Push(), InventoryPushCommand.Retry(), InventoryPushCommand.Reconcile(), Snapshots(),
    };

    public static string PathOf(string connection) => $"{Path}/{Uri.EscapeDataString(connection)}";

    public static Argument<string> Name() => new("connection") { Description = "Name of the connection, as joorbus connections list shows it" };

    private static Command Status()
    {
        var connection = new Option<string?>("--connection") { Description = "Name of the JOOR connection" };
        return AskingCommand.Create(
            "status",
            "Counts stock by where it stands: waiting, held by JOOR, refused, without identity, in warehouses that are not mapped. Example: joorbus inventory status",
            [connection],
            parsed => new Question($"{Path}/summary{ListOptions.Query(("connection", parsed.GetValue(connection)))}"),
            (output, text) => InventoryReport.WriteStatus(output, JsonSerializer.Deserialize(text, ApiJson.Default.ListStockFigures)!));
    }

    private static Command List()
    {
        var options = new ListOptions(InventoryStates.All, "SKU, UPC, style number or style identifier, whole");
        var warehouse = new Option<string?>("--warehouse") { Description = "JOOR's warehouse; with --state unmapped the warehouse system's" };
        var command = AskingCommand.Create(
            "list",
            "Lists stock: the warehouse's number, what JOOR shall hold, what it holds, since when, its answer. Example: joorbus inventory list --state refused --connection acme",
            [warehouse],
            parsed => new Question($"{Path}{options.Read(parsed, ("warehouse", parsed.GetValue(warehouse)))}"),
            (output, text) => InventoryReport.WriteList(output, JsonSerializer.Deserialize(text, ApiJson.Default.InventoryPage)!));
        options.AddTo(command);
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var id = new Argument<string>("id") { Description = "SKU, UPC, style number or style identifier" };
        return AskingCommand.Create(
            "show",
            "Shows one item from the warehouse's number to JOOR's answer. Example: joorbus inventory show acme 840012345678",
            [name, id],
            parsed => new Question($"{PathOf(parsed.GetValue(name)!)}/items/{Uri.EscapeDataString(parsed.GetValue(id)!)}"),
            (output, text) => InventoryItemReport.Write(output, JsonSerializer.Deserialize(text, ApiJson.Default.InventoryItem)!));
    }

    private static Command Snapshots()
    {
        var connection = new Option<string?>("--connection") { Description = "Name of the JOOR connection" };
        var command = AskingCommand.Create(
            "snapshots",
            "Lists full counts of the warehouse, newest first; those that would remove too much wait for a person. Example: joorbus inventory snapshots",
            [connection],
            parsed => new Question($"{Path}/snapshots{ListOptions.Query(("connection", parsed.GetValue(connection)))}"),
            (output, text) => SnapshotsReport.WriteList(output, JsonSerializer.Deserialize(text, ApiJson.Default.ListSnapshot)!));
        command.Add(Decide("release", "Lets a held count remove what it did not name."));
        command.Add(Decide("discard", "Gives a count up: it removes nothing, now or later."));
        return command;
    }

    private static Command Decide(string verb, string description)
    {
        var id = new Argument<string>("id") { Description = "Id of the count, as inventory snapshots shows it" };
        return AskingCommand.Create(
            verb,
            $"{description} Example: joorbus inventory snapshots {verb} count-7",
            [id],
            parsed => new Question($"{Path}/snapshots/{Uri.EscapeDataString(parsed.GetValue(id)!)}/{verb}", new JsonObject { ["by"] = Environment.UserName }.ToJsonString()),
            (output, text) => SnapshotsReport.WriteDecided(output, JsonSerializer.Deserialize(text, ApiJson.Default.Snapshot)!));
    }
}
