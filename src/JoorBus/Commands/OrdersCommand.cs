using System.CommandLine;
using System.Text.Json;
using JoorBus.Asking;
using JoorBus.Http;
using JoorBus.Orders.Listing;

namespace JoorBus.Commands;

/// <summary><c>joorbus orders list|show</c>: asks a running instance.</summary>
internal static class OrdersCommand
{
    public static Command Create() => new("orders", "Lists orders and shows what happened to each.") { List(), Show() };

    private static Command List()
    {
        var connection = Connection();
        var state = new Option<string?>("--state") { Description = $"One of {string.Join(", ", OrderStates.All)}" };
        state.CompletionSources.Add([.. OrderStates.All]);
        Refuse(state, text => OrderStates.All.Contains(text, StringComparer.OrdinalIgnoreCase), string.Join(", ", OrderStates.All));
        var search = new Option<string?>("--search") { Description = "JOOR order id, purchase order, WMS order id, or customer (code or part of the name)" };
        var silent = new Option<bool>("--silent") { Description = "Only orders that the warehouse leaves unanswered for too long" };
        var limit = new Option<int>("--limit") { Description = $"Most orders, newest first, 1 to {OrdersApi.MostRows}", DefaultValueFactory = _ => OrdersApi.UsualRows };
        Refuse(limit, text => int.TryParse(text, out var value) && value is >= 1 and <= OrdersApi.MostRows, $"1 to {OrdersApi.MostRows}");
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command("list", "Lists orders, newest first. Example: joorbus orders list --state held --limit 20") { connection, state, search, silent, limit, json };
        server.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var query = QueryString.Create(new Dictionary<string, string?>
            {
                ["connection"] = parsed.GetValue(connection),
                ["state"] = parsed.GetValue(state),
                ["search"] = parsed.GetValue(search),
                ["silent"] = parsed.GetValue(silent) ? "true" : null,
                ["limit"] = parsed.GetValue(limit).ToString(System.Globalization.CultureInfo.InvariantCulture),
            }.Where(pair => pair.Value is not null));
            return await AskAsync(parsed, server, $"/api/orders{query}", parsed.GetValue(json), (output, text) =>
                OrdersReport.WriteList(output, JsonSerializer.Deserialize(text, ApiJson.Default.ListOrderRow)!), cancellationToken);
        });
        return command;
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "JOOR order id, purchase order, WMS order id or order id" };
        var connection = Connection();
        var json = SharedOptions.Json();
        var server = new ServerOptions();
        var command = new Command("show", "Shows where an order stands and every step it took. Example: joorbus orders show 1234567") { id, connection, json };
        server.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
        {
            var query = parsed.GetValue(connection) is { } name ? QueryString.Create("connection", name) : default;
            return AskAsync(parsed, server, $"/api/orders/{Uri.EscapeDataString(parsed.GetValue(id)!)}{query}", parsed.GetValue(json), (output, text) =>
                OrderReport.Write(output, JsonSerializer.Deserialize(text, ApiJson.Default.OrderDetail)!), cancellationToken);
        });
        return command;
    }

    private static void Refuse(Option option, Predicate<string> isAllowed, string allowed) => option.Validators.Add(result =>
    {
        if (result.Tokens.Count == 1 && !isAllowed(result.Tokens[0].Value))
        {
            result.AddError($"{option.Name} is '{result.Tokens[0].Value}'; allowed is {allowed}");
        }
    });

    private static Option<string?> Connection() => new("--connection") { Description = "Name of the JOOR connection" };

    private static async Task<int> AskAsync(
        ParseResult parsed, ServerOptions server, string pathAndQuery, bool json, Action<TextWriter, string> write, CancellationToken cancellationToken)
    {
        var io = parsed.InvocationConfiguration;
        switch (await Server.AskAsync(server.Read(parsed), pathAndQuery, cancellationToken))
        {
            case ServerAnswer.Answered(var text) when json:
                await io.Output.WriteLineAsync(text);
                return ExitCode.Done;
            case ServerAnswer.Answered(var text):
                write(io.Output, text);
                return ExitCode.Done;
            case ServerAnswer.Failed(var sentence):
                await io.Error.WriteLineAsync(sentence);
                return ExitCode.Failed;
            case var other:
                throw new InvalidOperationException($"{other.GetType().Name} is not an answer this version knows");
        }
    }
}
