using System.CommandLine;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Gateway;
using JoorBus.Benchmarks.Idle;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Stock;

namespace JoorBus.Benchmarks.Commands;

/// <summary>The commands of this program: the comparison, and each contender as a child process.</summary>
public static class BenchCommands
{
    public static RootCommand Root()
    {
        var root = new RootCommand("Whole-flow benchmarks of JoorBus, side by side with hand-written code.") { OrdersCommand.Create() };
        foreach (var command in GatewayCommand.Create().Concat(IdleCommand.Create()).Concat(StockCommand.Create()))
            root.Add(command);
        foreach (var kind in ChildKind.All)
            root.Add(Child(kind));
        return root;
    }

    private static Command Child(ChildKind kind)
    {
        var postgres = new Option<string>("--postgres") { Required = true };
        var amqp = new Option<Uri>("--amqp") { Required = true, CustomParser = result => new Uri(result.Tokens[0].Value) };
        var queueType = new Option<string>("--queue-type") { DefaultValueFactory = _ => "classic" };
        var command = new Command(kind.Name, "A contender's client side, started by the benchmark.") { Hidden = true };
        command.Add(postgres);
        command.Add(amqp);
        command.Add(queueType);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var source = new OrderSource();
            var options = new ChildOptions(parsed.GetRequiredValue(postgres), parsed.GetRequiredValue(amqp), parsed.GetRequiredValue(queueType));
            await using var path = kind.Create(options, source);
            return await ChildProtocol.ServeAsync(path, source, cancellationToken);
        });
        return command;
    }
}
