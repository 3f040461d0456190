using System.CommandLine;
using System.Text.Json;
using JoorBus.Http;
using JoorBus.Products.Listing;

namespace JoorBus.Commands;

/// <summary><c>joorbus products …</c>: styles, asked of a running instance.</summary>
internal static class ProductsCommand
{
    private const string Path = "/api/products";

    public static Command Create() => new("products", "Shows which styles JOOR has and why, sets up how they get there, and sends them.")
    {
        Status(), List(), Show(), ProductSettingsCommand.Create(), ProductPushCommand.Preview(), ProductPushCommand.Push(), ProductPushCommand.Retry(), ProductPushCommand.Release(),
        ProductPushCommand.Reconcile(),
    };

    public static string PathOf(string connection) => $"{Path}/{Uri.EscapeDataString(connection)}";

    public static Argument<string> Name() => new("connection") { Description = "Name of the connection, as joorbus connections list shows it" };

    private static Command Status()
    {
        var connection = new Option<string?>("--connection") { Description = "Name of the JOOR connection" };
        return AskingCommand.Create(
            "status",
            "Counts styles by where they stand. Example: joorbus products status",
            [connection],
            parsed => new Question($"{Path}/summary{ListOptions.Query(("connection", parsed.GetValue(connection)))}"),
            (output, text) => ProductsReport.WriteStatus(output, JsonSerializer.Deserialize(text, ApiJson.Default.ListProductFigures)!));
    }

    private static Command List()
    {
        var options = new ListOptions(ProductStates.All, "Style number, style identifier or JOOR's id, whole; or a part of the name");
        var command = AskingCommand.Create(
            "list",
            "Lists styles with where they stand and why. Example: joorbus products list --state refused --connection acme",
            [],
            parsed => new Question($"{Path}{options.Read(parsed)}"),
            (output, text) => ProductsReport.WriteList(output, JsonSerializer.Deserialize(text, ApiJson.Default.ProductPage)!));
        options.AddTo(command);
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var style = new Argument<string>("style") { Description = "Style identifier; or a style number or JOOR id that only one style has" };
        return AskingCommand.Create(
            "show",
            "Shows one style: what was received, what JOOR said, what waits. Example: joorbus products show acme FW-100",
            [name, style],
            parsed => new Question($"{PathOf(parsed.GetValue(name)!)}/styles/{Uri.EscapeDataString(parsed.GetValue(style)!)}"),
            (output, text) => ProductsReport.WriteOne(output, JsonSerializer.Deserialize(text, ApiJson.Default.ProductDetail)!));
    }
}
