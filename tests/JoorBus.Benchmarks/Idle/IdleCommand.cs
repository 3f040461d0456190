using System.CommandLine;
using System.Globalization;
using JoorBus.Benchmarks.Gateway;
using JoorBus.Simulators.Joor;
using Spectre.Console;

namespace JoorBus.Benchmarks.Idle;

/// <summary><c>idle</c>: what a host costs that polls many connections in which nothing happens.</summary>
public static class IdleCommand
{
    private const string Joor = "idle-joor";
    private const int Ports = 14_000;

    public static IEnumerable<Command> Create() => [Measure(), Serve()];

    private static Command Measure()
    {
        var connections = new Option<int>("--connections") { Description = "JOOR connections, each an account of its own.", DefaultValueFactory = _ => 100 };
        var seconds = new Option<int>("--seconds") { Description = "How long to watch.", DefaultValueFactory = _ => 60 };
        var command = new Command("idle", "CPU of a host with many connections and no work, beside one with a single connection. Example: idle --connections 100") { connections, seconds };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var (count, watched) = (parsed.GetValue(connections), TimeSpan.FromSeconds(parsed.GetValue(seconds)));
            await using var joor = await ServerProcess.StartAsync([Joor, count.ToString(CultureInfo.InvariantCulture)], cancellationToken);
            var one = await IdleHost.MeasureAsync(new Uri(joor.FirstLine), 1, Ports, watched, cancellationToken);
            var many = await IdleHost.MeasureAsync(new Uri(joor.FirstLine), count, Ports + 1, watched, cancellationToken);
            var table = new Table().Border(TableBorder.Simple).AddColumns("connections", "host, % of a core", "PostgreSQL, % of a core", "memory MB");
            foreach (var (name, use) in new[] { (1, one), (count, many) })
                table.AddRow(Number(name, "N0"), Number(use.Host, "N2"), Number(use.Postgres, "N2"), Number(use.MemoryMegabytes, "N0"));
            AnsiConsole.Write(table);
            Console.WriteLine($"{count - 1} more connections cost the host {Number(many.Host - one.Host, "N2")} % of a core");
            return 0;
        });
        return command;
    }

    private static Command Serve()
    {
        var accounts = new Argument<int>("accounts");
        var command = new Command(Joor, "The stand-in for JOOR, started by the benchmark.") { accounts };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var tokens = Enumerable.Range(0, parsed.GetValue(accounts)).Select(IdleHost.Token).ToList();
            await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = tokens }, cancellationToken: cancellationToken);
            await Console.Out.WriteLineAsync(joor.BaseUrl.ToString());
            using var input = new StreamReader(Console.OpenStandardInput());
            await input.ReadToEndAsync(cancellationToken);
            return 0;
        });
        return command;
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
