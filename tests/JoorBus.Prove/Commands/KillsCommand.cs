using System.CommandLine;
using JoorBus.Prove.Deaths;
using JoorBus.Prove.Reporting;
using JoorBus.Prove.World;
using Spectre.Console;

namespace JoorBus.Prove.Commands;

/// <summary><c>kills</c>: hosts, broker and database die at random moments while orders, stock and products flow.</summary>
internal static class KillsCommand
{
    private const int SmokeOrders = 12;
    private const int SmokeStock = 200;
    private const int SmokeProducts = 8;

    public static Command Create()
    {
        var times = Number("--times", "How often to repeat, each time with the next seed.", 25);
        var seed = Number("--seed", "Seed of the first time; the same seed repeats the same plan.", 1);
        var orders = Number("--orders", "Orders per time.", 40);
        var stock = Number("--stock-changes", "Levels that change in the warehouse per time.", 3000);
        var products = Number("--products", "Changes of styles per time.", 40);
        var json = new Option<bool>("--json") { Description = "Write JSON instead of the table." };
        var smoke = new Option<bool>("--smoke") { Description = "One small time." };
        var command = new Command("kills", "Kills JoorBus, RabbitMQ and PostgreSQL while orders, stock and products flow, and compares the ledgers at rest. Example: kills --times 25 --seed 7")
        {
            times, seed, orders, stock, products, json, smoke,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(smoke) ? 1 : parsed.GetValue(times),
            number => parsed.GetValue(smoke)
                ? KillPlan.Of(parsed.GetValue(seed) + number, SmokeOrders, SmokeStock, SmokeProducts)
                : KillPlan.Of(parsed.GetValue(seed) + number, parsed.GetValue(orders), parsed.GetValue(stock), parsed.GetValue(products)),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int times, Func<int, KillPlan> plan, bool json, CancellationToken cancellationToken)
    {
        var results = new List<TimeResult>();
        await using var servers = await ProveServers.StartAsync(cancellationToken);
        for (var number = 1; number <= times; number++)
        {
            var result = await new OneTime(plan(number - 1), servers).RunAsync(cancellationToken);
            results.Add(result);
            // Progress goes to the error stream, so that --json leaves clean output.
            foreach (var line in KillsReport.Evidence(result).Prepend(KillsReport.Line(number, result)))
                await Console.Error.WriteLineAsync(line);
        }

        if (json)
            Console.WriteLine(KillsReport.Json(results));
        else
            AnsiConsole.Write(KillsReport.Table(results));
        (json ? Console.Error : Console.Out).WriteLine(KillsReport.Total(results));
        return results.All(result => result.Passed) ? 0 : 1;
    }

    private static Option<int> Number(string name, string description, int usual)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
                result.AddError($"{name} is a whole number from 1 on.");
        });
        return option;
    }
}
