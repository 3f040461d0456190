using System.CommandLine;
using JoorBus.Configuring;
using JoorBus.Hosting;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Documents;

namespace JoorBus.Commands;

/// <summary><c>joorbus prepare</c>, run by the build: makes what hosts would otherwise make while they run. Needs no settings and no servers.</summary>
internal static class PrepareCommand
{
    public static Command Create()
    {
        var command = new Command("prepare", "Run by the build: makes what hosts would otherwise make while they run.") { Hidden = true };
        command.SetAction(async (parsed, _) =>
        {
            await using var host = JoorBusHost.Build(NoServers(), HostRoles.All, logging => logging.ClearProviders());
            if (DocumentAdapter.InUse.Prepare(host.Services, AppContext.BaseDirectory) is { } made)
                await parsed.InvocationConfiguration.Output.WriteLineAsync(made);
            return ExitCode.Done;
        });
        return command;
    }

    // The host is put together and never started.
    private static HostSettings NoServers() => new()
    {
        Persistence = new PersistenceOptions { ConnectionString = "Host=localhost" },
        Messaging = new MessagingOptions(),
        Orders = new OrdersOptions(),
        Connections = [],
        Http = new HttpSettings(HttpSettings.DefaultUrls, null),
        DataFolder = AppContext.BaseDirectory,
    };
}
