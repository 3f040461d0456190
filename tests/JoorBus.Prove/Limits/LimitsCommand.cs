using System.CommandLine;
using JoorBus.Simulators.Servers;
using Spectre.Console;

namespace JoorBus.Prove.Limits;

/// <summary><c>limits</c>: processes saturate three accounts, quietly, and then while some of them are killed.</summary>
internal static class LimitsCommand
{
    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Seed of the kills.", DefaultValueFactory = _ => 1 };
        var windows = new Option<int>("--windows") { Description = "Windows that every account must have seen.", DefaultValueFactory = _ => 3 };
        var seconds = new Option<int>("--window") { Description = "Length of a window in seconds; JOOR's are 300.", DefaultValueFactory = _ => 10 };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of the table." };
        var smoke = new Option<bool>("--smoke") { Description = "Two processes, one window of 6 s, kills." };
        var command = new Command("limits", "Four processes with twelve connections over three accounts saturate JOOR's limits, and are killed meanwhile. Example: limits --windows 3 --window 10")
        {
            seed, windows, seconds, json, smoke,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetValue(smoke) ? Smoke(parsed.GetValue(seed)) : Full(parsed.GetValue(seed), parsed.GetValue(windows), TimeSpan.FromSeconds(parsed.GetValue(seconds))),
            parsed.GetValue(json),
            cancellationToken));
        return command;
    }

    private static LimitsPlan[] Smoke(int seed) => [new("smoke", seed, 2, 1, TimeSpan.FromSeconds(6), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2))];

    private static LimitsPlan[] Full(int seed, int windows, TimeSpan window) =>
    [
        new("quiet", seed, 4, windows, window, null, TimeSpan.Zero),
        new("kills", seed, 4, windows, window, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2)),
    ];

    private static async Task<int> RunAsync(LimitsPlan[] plans, bool json, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-prove-limits-").FullName;
        await using var postgres = await PrivatePostgres.StartAsync(
            new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Durability = Durability.Normal, Temporary = true }, cancellationToken);
        var results = new List<LimitsResult>();
        foreach (var plan in plans)
        {
            var result = await new LimitsPhase(plan, postgres, Path.Combine(folder, plan.Name)).RunAsync(cancellationToken);
            results.Add(result);
            foreach (var fault in result.Faults)
                await Console.Error.WriteLineAsync($"{plan.Name}: {fault} (logs: {folder}/{plan.Name})");
        }

        if (json)
            Console.WriteLine(LimitsReport.Json(results));
        else
            AnsiConsole.Write(LimitsReport.Table(results));
        return results.All(result => result.Passed) ? 0 : 1;
    }
}
