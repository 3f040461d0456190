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
        var token = new Option<string[]>("--token") { Description = "v2 API token; each is one account, numbered from 1001", DefaultValueFactory = _ => ["simulator-token"] };
        var orders = new Option<int>("--orders") { Description = "Approved orders of each account to begin with", DefaultValueFactory = _ => 0 };
        var v4 = new Option<bool>("--v4") { Description = "Gives each account a v4 user too and prints what it signs in with" };
        var sandbox = new Option<bool>("--sandbox") { Description = "Plays JOOR's sandbox, which knows no access token of production" };
        var command = new Command("joor", "JOOR v2 and v4 over HTTP. Example: joorbus simulate joor --port 5871 --orders 20 --v4") { port, token, orders, v4, sandbox };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var accounts = parsed.GetValue(token)!.Select((text, index) => Account(text, index, parsed.GetValue(v4))).ToList();
            var options = new JoorSimulatorOptions
            {
                Port = parsed.GetValue(port),
                Accounts = accounts,
                ServerRole = parsed.GetValue(sandbox) ? JoorServerRole.Sandbox : JoorServerRole.Production,
            };
            await using var joor = await JoorSimulator.StartAsync(options, cancellationToken: cancellationToken).ConfigureAwait(false);
            foreach (var account in accounts)
                joor.OrdersOfAccount(account.AccountId).AddApproved(parsed.GetValue(orders));
            Console.WriteLine($"JOOR stand-in: BaseUrl {joor.BaseUrl}, control {joor.ControlUrl}. Stop with Ctrl+C.");
            foreach (var (account, user) in accounts.SelectMany(account => account.Users.Select(user => (account.AccountId, user))))
                Console.WriteLine($"v4: BaseUrl {joor.V4Url}, TokenUrl {joor.TokenUrl}, account {account}, client {user.ClientId}, client secret {user.ClientSecret}, user {user.Username}, password {user.Password}");
            await UntilStoppedAsync(cancellationToken).ConfigureAwait(false);
            return ExitCode.Done;
        });
        return command;
    }

    // Made-up credentials of a stand-in, alike at each start, so that a connection set up once keeps working.
    private static JoorSimulatorAccount Account(string token, int index, bool hasUser) => new()
    {
        AccountId = $"{1001 + index}",
        Tokens = [token],
        Users = hasUser
            ? [new JoorSimulatorUser { ClientId = $"client-{index + 1}", ClientSecret = $"client-secret-{index + 1}", Username = $"user-{index + 1}", Password = $"password-{index + 1}" }]
            : [],
    };

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
