using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Asking;
using JoorBus.Http;
using JoorBus.Products.Listing;
using JoorBus.Products.Pushing;

namespace JoorBus.Commands;

/// <summary><c>joorbus products preview|push|reconcile|retry|release</c></summary>
internal static class ProductPushCommand
{
    public static Command Preview()
    {
        var (name, style) = (ProductsCommand.Name(), new Argument<string>("style") { Description = "Style identifier" });
        return AskingCommand.Create(
            "preview",
            "Shows exactly what would be sent for a style, and what would not and why; JOOR is only read. Example: joorbus products preview acme FW-100",
            [name, style],
            parsed => new Question($"{ProductsCommand.PathOf(parsed.GetValue(name)!)}/preview/{Uri.EscapeDataString(parsed.GetValue(style)!)}"),
            (output, text) => WritePreview(output, JsonSerializer.Deserialize(text, ApiJson.Default.PreviewedProduct)!));
    }

    public static Command Push()
    {
        var full = new Option<bool>("--full") { Description = "Plans every style anew; says before what that may cost" };
        var style = new Option<string?>("--style") { Description = "Sends this style anew: JOOR is read first, and what differs is sent" };
        return Watched(
            "push",
            "Follows styles until JOOR holds everything; --full or --style send anew. Example: joorbus products push acme --style FW-100",
            [full, style],
            parsed => parsed.GetValue(full) || parsed.GetValue(style) is not null ? new JsonObject { ["style"] = parsed.GetValue(style) } : null);
    }

    public static Command Reconcile() => Watched(
        "reconcile", "Reads what JOOR holds with credits that are left over, and heals what differs. Example: joorbus products reconcile acme --no-wait", [], _ => []);

    public static Command Retry()
    {
        var (name, style) = (ProductsCommand.Name(), new Option<string?>("--style") { Description = "Style identifier; else all" });
        return Again("retry", "Makes refused styles due again, after the cause was cured.", name, style, parsed => new JsonObject { ["style"] = parsed.GetValue(style) }, "are due again");
    }

    public static Command Release()
    {
        var (name, style) = (ProductsCommand.Name(), new Argument<string>("style") { Description = "Style identifier" });
        return Again(
            "release",
            "Lets held removals of a style go to JOOR, which cancels what is on open orders there; products show says how much that is.",
            name,
            style,
            parsed => new JsonObject { ["style"] = parsed.GetValue(style), ["by"] = Environment.UserName },
            "may be changed in JOOR now");
    }

    private static Command Again(string verb, string description, Argument<string> name, Symbol style, Func<ParseResult, JsonObject> body, string done) => AskingCommand.Create(
        verb,
        $"{description} Example: joorbus products {verb} acme {(style is Option ? "--style " : "")}FW-100",
        [name, style],
        parsed => new Question($"{ProductsCommand.PathOf(parsed.GetValue(name)!)}/{verb}", body(parsed).ToJsonString()),
        (output, text) =>
        {
            var again = JsonSerializer.Deserialize(text, ApiJson.Default.AgainDue)!.Again;
            output.WriteLine(again == 0 ? "There is none such." : $"{again} styles {done}.");
            return ExitCode.Done;
        });

    private static Command Watched(string verb, string description, IReadOnlyList<Option> options, Func<ParseResult, JsonObject?> wish) => new WatchedCommand
    {
        Verb = verb,
        Description = description,
        Connection = ProductsCommand.Name(),
        Options = options,
        PathOf = ProductsCommand.PathOf,
        Wish = wish,
        CostPath = asked => asked["style"] is null ? "cost?whole=true" : null,
        TellCost = Tell,
        Title = "Styles",
        Look = (address, connection, cancellationToken) => LookAsync(address, connection, verb == "reconcile", cancellationToken),
    }.Create();

    private static int Tell(TextWriter error, string text)
    {
        var cost = JsonSerializer.Deserialize(text, ApiJson.Default.CostView)!;
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"All of {cost.Entries:N0} styles may take up to {cost.Requests:N0} requests: {cost.Credits:N0} credits, about {cost.Takes:d\\.hh\\:mm\\:ss} beside other work."));
        return ExitCode.Done;
    }

    private static async Task<WatchedPush> LookAsync(ServerAddress address, string connection, bool reconciles, CancellationToken cancellationToken) =>
        WatchedPush.Of(await Server.AskAsync(address, $"/api/products/summary{ListOptions.Query(("connection", connection))}", cancellationToken), text =>
        {
            var figures = JsonSerializer.Deserialize(text, ApiJson.Default.ListProductFigures)!;
            var one = figures.Count == 0 ? new ProductFigures { Connection = connection } : figures[0];
            return new WatchedPush(one.Pending, one.Pending == 0 && !(reconciles && one.IsReconciling), one.Held > 0 ? $"{one.Held} wait for a person" : null, one.Error)
            {
                Refused = one.Refused,
                SeeRefused = "joorbus products list --state refused",
            };
        });

    private static int WritePreview(TextWriter output, PreviewedProduct preview)
    {
        foreach (var reason in preview.Reasons)
            output.WriteLine($"Would not be sent: {reason}");
        foreach (var held in preview.Held)
            output.WriteLine($"Waits for a person: {held}");
        foreach (var request in preview.Requests)
        {
            output.WriteLine($"{request.Verb} {request.Path}");
            if (request.Body is { } body)
                output.WriteLine(body);
        }

        output.WriteLine(preview.Obstacle ?? (preview.Requests.Count == 0 ? "JOOR has it as it shall be; nothing would be sent." : $"{preview.Requests.Count} requests; nothing was sent."));
        return preview.Obstacle is null ? ExitCode.Done : ExitCode.Failed;
    }
}
