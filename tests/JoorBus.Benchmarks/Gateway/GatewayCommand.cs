using System.CommandLine;
using Spectre.Console;

namespace JoorBus.Benchmarks.Gateway;

/// <summary><c>gateway</c>: what the gateway adds to a bare HTTP client.</summary>
public static class GatewayCommand
{
    public const string Server = "gateway-server";
    public const string Stream = "gateway-stream";
    private const int Many = 15_000;
    private const int Few = Many / 10;

    public static IEnumerable<Command> Create() => [Compare(), Serve(), ReadAll()];

    private static Command Compare()
    {
        var rounds = new Option<int>("--rounds") { Description = "Rounds; both callers make every call in each.", DefaultValueFactory = _ => 9 };
        var only = new Option<string>("--only") { Description = "Only calls whose name contains this, such as stock.", DefaultValueFactory = _ => "" };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of a table." };
        var smoke = new Option<bool>("--smoke") { Description = "One round: does everything still run to the end?" };
        rounds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError("--rounds is too small.");
        });
        var command = new Command("gateway", "Requests per second, CPU and memory of the gateway beside bare HttpClient. Example: gateway --rounds 9 --json") { rounds, only, json, smoke };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var isSmoke = parsed.GetValue(smoke);
            await using var server = await ServerProcess.StartAsync([Server], cancellationToken);
            var url = new Uri(server.FirstLine);
            var comparison = new GatewayComparison(GatewayServer.Holding(url, GatewayCall.Orders), isSmoke ? 1 : parsed.GetValue(rounds), isSmoke ? 0 : 3, Console.Error.WriteLine);
            var calls = await comparison.RunAsync([.. GatewayCall.All.Where(call => call.Name.Contains(parsed.GetRequiredValue(only), StringComparison.Ordinal))], cancellationToken);
            var report = new GatewayReport(
                calls, Many, await StreamChild.PeakOfAsync(url, Many, cancellationToken), Few, await StreamChild.PeakOfAsync(url, Few, cancellationToken));
            if (parsed.GetValue(json))
                Console.WriteLine(GatewayTables.Json(report));
            else
                GatewayTables.Write(AnsiConsole.Console, report);
            return 0;
        });
        return command;
    }

    private static Command Serve()
    {
        var command = new Command(Server, "The server that both call, started by the benchmark.") { Hidden = true };
        command.SetAction(async (_, cancellationToken) =>
        {
            await using var server = await GatewayServer.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync(server.Url.ToString());
            using var input = new StreamReader(Console.OpenStandardInput());
            await input.ReadToEndAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    private static Command ReadAll()
    {
        var url = new Option<Uri>("--url") { Required = true, CustomParser = result => new Uri(result.Tokens[0].Value) };
        var orders = new Option<int>("--orders") { Required = true };
        var command = new Command(Stream, "Reads orders in pages and says its peak memory, started by the benchmark.") { url, orders };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            using var caller = new JoorCaller(GatewayServer.Holding(parsed.GetRequiredValue(url), parsed.GetValue(orders)));
            return await StreamChild.RunAsync(caller, parsed.GetValue(orders), cancellationToken);
        });
        return command;
    }
}
