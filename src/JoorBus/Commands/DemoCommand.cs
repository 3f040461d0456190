using System.CommandLine;
using JoorBus.Configuring;
using JoorBus.Demo;
using JoorBus.Messaging;
using JoorBus.Simulators.Servers;

namespace JoorBus.Commands;

/// <summary><c>joorbus demo</c>: everything on this machine.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var once = new Option<bool>("--once") { Description = "Ends when all work has come to rest; exit code 0 only if nothing was lost, doubled, stale or left over, and JOOR's limit was kept" };
        var orders = new Option<int>("--orders") { Description = "Orders to begin with, 1 to 100,000", DefaultValueFactory = _ => 500 };
        var stock = Number("--stock-changes", "Levels that change in the warehouse, 0 to 1,000,000", 20_000, 0, 1_000_000);
        var items = Number("--items", "Items whose stock changes, 1 to 100,000", 3000, 1, 100_000);
        var products = Number("--products", "Changes of styles, 0 to 10,000", 300, 0, 10_000);
        var pusher = new Option<bool>(DemoSecondHost.PusherOption) { Hidden = true };
        var bus = new Option<string>("--bus") { Description = "memory or rabbitmq (a private node)", DefaultValueFactory = _ => "memory" };
        var given = new Option<bool>("--given-servers") { Description = "Uses the database of JOORBUS__POSTGRES and the virtual host of JOORBUS__RABBITMQ, both with 'demo' in their names, and throws away what is in them" };
        var json = new Option<bool>("--json") { Description = "The summary as JSON" };
        var verbose = new Option<bool>("--verbose") { Description = "Shows the log of the host" };
        var set = SharedOptions.Set();
        var command = new Command("demo", "Runs JoorBus with private servers and stand-ins for JOOR and a WMS. Example: joorbus demo --once --bus rabbitmq")
        {
            once, orders, stock, items, products, bus, given, json, verbose, set, pusher,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(pusher))
            {
                return await PushAsync(parsed.GetValue(set) ?? [], cancellationToken).ConfigureAwait(false);
            }

            BusTransport? transport = parsed.GetValue(bus) switch { "memory" => BusTransport.Memory, "rabbitmq" => BusTransport.RabbitMq, _ => null };
            var count = parsed.GetValue(orders);
            if (transport is null || count is < 1 or > 100_000)
            {
                Console.Error.WriteLine("--bus must be memory or rabbitmq, and --orders 1 to 100000");
                return ExitCode.Usage;
            }

            var (configuration, faults) = SecretFiles.Resolve(ConfigurationSources.Build(parsed.GetValue(set) ?? []));
            var (servers, fault) = parsed.GetValue(given) ? DemoServers.Read(configuration, faults, transport.Value) : (null, null);
            if (fault is not null)
            {
                Console.Error.WriteLine(fault);
                return ExitCode.Usage;
            }

            var plan = new DemoPlan
            {
                Orders = count,
                StockChanges = parsed.GetValue(stock),
                Items = parsed.GetValue(items),
                ProductChanges = parsed.GetValue(products),
                Transport = transport.Value,
                EndsAtRest = parsed.GetValue(once),
                Servers = servers,
                Json = parsed.GetValue(json),
                Verbose = parsed.GetValue(verbose),
                Folder = configuration["DataFolder"] ?? Path.Combine(Environment.CurrentDirectory, ".joorbus"),
                Urls = configuration["Http:Urls"] ?? HttpSettings.DefaultUrls,
            };
            try
            {
                return await new DemoRun(plan).RunAsync(cancellationToken).ConfigureAwait(false) ? ExitCode.Done : ExitCode.Failed;
            }
            catch (ServerUnavailableException unavailable)
            {
                Console.Error.WriteLine(unavailable.Message);
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task<int> PushAsync(string[] overrides, CancellationToken cancellationToken)
    {
        if (SharedOptions.ReadSettings(overrides, Console.Error) is not { } settings)
        {
            return ExitCode.Usage;
        }

        await DemoPusher.RunAsync(settings, cancellationToken).ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static Option<int> Number(string name, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < least || result.GetValueOrDefault<int>() > most)
            {
                result.AddError($"{name} is {least} to {most}");
            }
        });
        return option;
    }
}
