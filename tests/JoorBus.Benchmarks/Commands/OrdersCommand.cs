using System.CommandLine;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Measuring;
using JoorBus.Benchmarks.Reporting;
using Spectre.Console;

namespace JoorBus.Benchmarks.Commands;

/// <summary><c>orders</c>: all contenders over the same path, alternating.</summary>
public static class OrdersCommand
{
    private static readonly string[] QueueTypes = ["classic", "quorum"];

    public static Command Create()
    {
        var command = new Command("orders", "Orders from the source to accepted sagas, contender by contender in turns. Example: orders --pairs 7 --only twin-a,twin-b");
        var pairs = Number("--pairs", "Rounds; every contender runs once in each.", 7);
        var orders = Number("--orders", "Orders per run.", 5000);
        var warmUp = Number("--warm-up", "Orders each contender moves before it counts.", 3000);
        var seconds = Number("--latency-seconds", "How long each fixed rate is held; 0 leaves the delays out.", 10);
        var only = new Option<string[]>("--only")
        {
            Description = "Contenders to run: " + string.Join(", ", ContenderList.Names) + ".",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => [.. result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries))],
            DefaultValueFactory = _ => [.. ContenderList.Usual],
        };
        var queueType = new Option<string>("--queue-type") { Description = "classic or quorum.", DefaultValueFactory = _ => "classic" };
        queueType.AcceptOnlyFromAmong(QueueTypes);
        var growing = new Option<bool>("--growing") { Description = "Empty nothing between runs: does an order cost more the more are stored? Use with --only joorbus --pairs 20." };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of tables." };
        var smoke = new Option<bool>("--smoke") { Description = "One short pair: does everything still run to the end?" };
        foreach (var option in new Option[] { pairs, orders, warmUp, seconds, only, queueType, growing, json, smoke })
            command.Add(option);
        only.Validators.Add(result =>
        {
            foreach (var name in result.GetValueOrDefault<string[]>()!.Except(ContenderList.Names))
                result.AddError($"There is no contender '{name}'; there are {string.Join(", ", ContenderList.Names)}.");
        });

        command.SetAction((parsed, cancellationToken) =>
        {
            var plan = parsed.GetValue(smoke)
                ? BenchPlan.Smoke
                : new BenchPlan(
                    parsed.GetValue(pairs), parsed.GetValue(orders), parsed.GetValue(warmUp), parsed.GetValue(seconds), parsed.GetRequiredValue(only));
            return RunAsync(plan with { QueueType = parsed.GetRequiredValue(queueType), IsGrowing = parsed.GetValue(growing) }, parsed.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static Option<int> Number(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < (name == "--latency-seconds" || name == "--warm-up" ? 0 : 1))
                result.AddError($"{name} is too small.");
        });
        return option;
    }

    private static async Task<int> RunAsync(BenchPlan plan, bool json, CancellationToken cancellationToken)
    {
        // Progress goes to the error stream, so that --json leaves clean output.
        var progress = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        try
        {
            var result = await new Comparison(plan, progress).RunAsync(cancellationToken);
            if (json)
                Console.WriteLine(BenchReport.Json(result));
            else
                BenchTables.Write(AnsiConsole.Console, result);
            return 0;
        }
        catch (Exception reason) when (reason is InvalidOperationException or TimeoutException or Npgsql.NpgsqlException)
        {
            progress.MarkupLineInterpolated($"[red]{reason.Message}[/]");
            return 1;
        }
    }
}
