using System.CommandLine;
using JoorBus.Configuring;
using JoorBus.Hosting;
using JoorBus.Messaging;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using MassTransit;

namespace JoorBus.Commands;

/// <summary><c>joorbus simulate wms</c>.</summary>
internal static class SimulateWmsCommand
{
    private static readonly string[] Warehouses = ["WH-EAST", "WH-WEST"];

    public static Command Create()
    {
        var rabbit = new Option<string?>("--rabbitmq") { Description = "amqp URI (default: JOORBUS__RABBITMQ)" };
        var reject = new Option<double>("--reject-share") { Description = "Share of refused orders, 0 to 1" };
        var ship = new Option<double?>("--ship-after") { Description = "Seconds from acceptance to shipping (default: never)" };
        var stock = SimulateCommand.Every("--stock-every", "Seconds between changes of stock in WH-EAST and WH-WEST (default: none)");
        var listen = SimulateCommand.Listen();
        var port = new Option<int>("--port") { Description = "Port where its ledger can be read", DefaultValueFactory = _ => 5872 };
        var memory = SimulateCommand.Memory();
        var command = new Command("wms", "A WMS on the bus, queue wms-orders. Example: joorbus simulate wms --rabbitmq amqp://localhost --ship-after 5") { rabbit, reject, ship, stock, listen, port, memory };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var (configuration, faults) = SecretFiles.Resolve(ConfigurationSources.Build([]));
            var messaging = new MessagingOptions { RabbitMq = BrokerAddress.Of(parsed.GetValue(rabbit) ?? configuration["RabbitMq"], configuration["RabbitMqPassword"]) };
            if (faults.Count > 0 || messaging.RabbitMq is null || messaging.Faults().Any())
            {
                await error.WriteLineAsync(faults.Count > 0 ? faults[0] : "A WMS stand-in of its own needs RabbitMQ: pass --rabbitmq amqp://user:password@host:5672/vhost");
                return ExitCode.Usage;
            }

            var wms = new WmsSimulator(new WmsSimulatorOptions
            {
                RejectShare = parsed.GetValue(reject),
                ShipAfter = parsed.GetValue(ship) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            });
            await using var kept = parsed.GetValue(memory) is { } file ? wms.Keep(file) : null;
            await using var app = WmsHost.Build(wms, parsed.GetValue(listen)!, parsed.GetValue(port), builder =>
            {
                HostLogging.Console(json: false, Serilog.Events.LogEventLevel.Information)(builder.Logging);
                builder.Services.AddMessaging(messaging, bus => bus.AddWmsSimulator(wms));
            });
            Console.WriteLine("WMS stand-in: takes commands from queue wms-orders. Stop with Ctrl+C.");
            await Task.WhenAll(app.RunAsync(cancellationToken), TellStockAsync(app, parsed.GetValue(stock), cancellationToken)).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    // A few items, so that each of them changes again and again.
    private static Task TellStockAsync(WebApplication app, double? every, CancellationToken cancellationToken)
    {
        var clock = TimeProvider.System;
        var stock = new WmsStock(WmsCatalog.Items(new JoorCatalogSeed()), Warehouses, time: clock, firstSequence: clock.GetUtcNow().ToUnixTimeMilliseconds());
        var publisher = new WmsPublisher(app.Services.GetRequiredService<IBus>(), clock);
        return SimulateCommand.EveryAsync(every, TellAsync, cancellationToken);

        Task TellAsync(int turn)
        {
            var levels = new WmsStockFlood { Seed = turn, Changes = 3, Items = 50, Before = 50 }.Run(stock);
            return publisher.PublishAsync(stock.Tell(levels, levels.Count), 1, cancellationToken);
        }
    }
}
