using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;

namespace JoorBus.Commands;

/// <summary><c>joorbus inventory push|reconcile|retry</c></summary>
internal static class InventoryPushCommand
{
    public static Command Push()
    {
        var full = new Option<bool>("--full") { Description = "Sends everything, also what JOOR should have already; says before what that costs" };
        var release = new Option<bool>("--release") { Description = "With --full: also where an overwrite is held because too much would vanish from JOOR" };
        return Watched(
            "push",
            "Follows stock until JOOR holds everything; --full sends everything anew. Example: joorbus inventory push acme --full",
            [full, release],
            parsed => parsed.GetValue(full) || parsed.GetValue(release) ? new JsonObject { ["release"] = parsed.GetValue(release) } : null);
    }

    public static Command Reconcile() => Watched(
        "reconcile",
        "Sends everything again with credits that are left over, so that what JOOR lost is healed. Example: joorbus inventory reconcile acme --no-wait",
        [],
        _ => []);

    public static Command Retry()
    {
        var name = InventoryCommand.Name();
        var item = new Option<string?>("--item") { Description = "SKU, UPC, style number or style identifier; else all" };
        return AskingCommand.Create(
            "retry",
            "Makes refused stock due again, after its cause was cured. Example: joorbus inventory retry acme --item 840012345678",
            [name, item],
            parsed => new Question($"{InventoryCommand.PathOf(parsed.GetValue(name)!)}/retry", new JsonObject { ["item"] = parsed.GetValue(item) }.ToJsonString()),
            (output, text) =>
            {
                var again = JsonSerializer.Deserialize(text, ApiJson.Default.AgainDue)!;
                output.WriteLine(again.Again == 0 ? "Nothing is refused." : $"{again.Again} numbers are due again.");
                return ExitCode.Done;
            });
    }

    private static Command Watched(string verb, string description, IReadOnlyList<Option> options, Func<ParseResult, JsonObject?> wish) => new WatchedCommand
    {
        Verb = verb,
        Description = description,
        Connection = InventoryCommand.Name(),
        Options = options,
        PathOf = InventoryCommand.PathOf,
        Wish = wish,
        TellCost = Tell,
        Title = "Stock",
        Look = (address, connection, cancellationToken) => LookAsync(address, connection, verb == "reconcile", cancellationToken),
    }.Create();

    private static int Tell(TextWriter error, string text)
    {
        var cost = JsonSerializer.Deserialize(text, ApiJson.Default.CostView)!;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"Sending everything is {cost.Entries:N0} numbers in {cost.Requests:N0} requests: {cost.Credits:N0} credits, about {cost.Takes:d\\.hh\\:mm\\:ss} beside other work."));
        return ExitCode.Done;
    }

    private static async Task<WatchedPush> LookAsync(ServerAddress address, string connection, bool reconciles, CancellationToken cancellationToken) =>
        WatchedPush.Of(await Server.AskAsync(address, $"{InventoryCommand.PathOf(connection)}/progress", cancellationToken), text =>
        {
            var progress = JsonSerializer.Deserialize(text, ApiJson.Default.StockProgress)!;
            return new WatchedPush(
                progress.Pending,
                progress is { Pending: 0, Asked: null, IsPlanning: false } && !(reconciles && progress.IsReconciling),
                progress.Asked ?? (progress is { IsPlanning: true, Pending: 0 } ? "what the warehouse told is looked at" : null),
                progress.Held ?? progress.Error ?? (progress.IsOn ? null : $"stock of '{progress.Connection}' is switched off"))
            {
                Refused = progress.Refused,
                SeeRefused = "joorbus inventory list --state refused",
            };
        });
}
