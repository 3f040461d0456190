using System.CommandLine;
using JoorBus.Hosting;
using JoorBus.Messaging;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate joor|wms</c>: the stand-ins, each alone.</summary>
internal static class SimulateCommand
{
    public static Command Create() => new("simulate", "Starts a stand-in for JOOR or for a WMS.") { Joor(), Wms() };

    private static Command Joor()
    {
        var port = new Option<int>("--port") { Description = "Port on 127.0.0.1", DefaultValueFactory = _ => 5871 };
        var token = new Option<string[]>("--token") { Description = "API token; each is one account", DefaultValueFactory = _ => ["simulator-token"] };
        var orders = new Option<int>("--orders") { Description = "Approved orders to begin with", DefaultValueFactory = _ => 0 };
        var command = new Command("joor", "JOOR v2 over HTTP. Example: joorbus simulate joor --port 5871 --orders 20") { port, token, orders };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var options = new JoorSimulatorOptions { Port = parsed.GetValue(port), Tokens = parsed.GetValue(token)! };
            await using var joor = await JoorSimulator.StartAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
            joor.Orders.AddApproved(parsed.GetValue(orders));
            Console.WriteLine($"JOOR stand-in: BaseUrl {joor.BaseUrl}, control {joor.ControlUrl}. Stop with Ctrl+C.");
            await UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Wms()
    {
        var rabbit = new Option<string?>("--rabbitmq") { Description = "amqp URI (default: JOORBUS__RABBITMQ)" };
        var reject = new Option<double>("--reject-share") { Description = "Share of refused orders, 0 to 1" };
        var ship = new Option<double?>("--ship-after") { Description = "Seconds from acceptance to shipping (default: never)" };
        var command = new Command("wms", "A WMS on the bus, queue wms-orders. Example: joorbus simulate wms --rabbitmq amqp://localhost --ship-after 5") { rabbit, reject, ship };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var messaging = new MessagingOptions { RabbitMq = parsed.GetValue(rabbit) ?? Environment.GetEnvironmentVariable("JOORBUS__RABBITMQ") };
            if (messaging.RabbitMq is null || messaging.Faults().Any())
            {
                Console.Error.WriteLine("A WMS stand-in of its own needs RabbitMQ: pass --rabbitmq amqp://user:password@host:5672/vhost");
                return ExitCode.Usage;
            }

            var wms = new WmsSimulator(new WmsSimulatorOptions
            {
                RejectShare = parsed.GetValue(reject),
                ShipAfter = parsed.GetValue(ship) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            });
            var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
            HostLogging.Console(json: false, Serilog.Events.LogEventLevel.Information)(builder.Logging);
            builder.Services.AddMessaging(messaging, bus => bus.AddWmsSimulator(wms));
            Console.WriteLine("WMS stand-in: takes commands from queue wms-orders. Stop with Ctrl+C.");
            await builder.Build().RunAsync(cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task UntilStoppedAsync(CancellationToken cancellationToken)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = cancellationToken.Register(stopped.SetResult).ConfigureAwait(false);
        await stopped.Task.ConfigureAwait(false);
    }
}
