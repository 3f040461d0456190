using System.CommandLine;

namespace JoorBus.Benchmarks.Stock;

/// <summary>A contender as a process of its own. Lines: go → started, stop → stopped; the end of input ends it.</summary>
public static class StockChild
{
    public const string Name = "stock-receiver";

    public static Command Create()
    {
        var kind = new Argument<string>("kind");
        var postgres = new Argument<string>("postgres");
        var amqp = new Argument<Uri>("amqp") { CustomParser = result => new Uri(result.Tokens[0].Value) };
        var command = new Command(Name, "A contender of the stock benchmark, started by it.") { kind, postgres, amqp };
        command.Hidden = true;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await ServeAsync(
                () => Receiver(parsed.GetRequiredValue(kind), parsed.GetRequiredValue(postgres), parsed.GetRequiredValue(amqp)), cancellationToken);
            return 0;
        });
        return command;
    }

    private static IStockReceiver Receiver(string kind, string postgres, Uri amqp) =>
        kind == StockContender.Twin ? new StockTwin(postgres, amqp) : new StockJoorBus(postgres, amqp);

    private static async Task ServeAsync(Func<IStockReceiver> make, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync("ready");
        using var input = new StreamReader(Console.OpenStandardInput());
        IStockReceiver? receiver = null;
        while (await input.ReadLineAsync(cancellationToken) is { } line)
        {
            if (receiver is not null)
                await receiver.DisposeAsync();
            receiver = line == "go" ? make() : null;
            if (receiver is not null)
                await receiver.StartAsync(cancellationToken);
            await Console.Out.WriteLineAsync(line == "go" ? "started" : "stopped");
        }
        if (receiver is not null)
            await receiver.DisposeAsync();
    }
}
