using System.CommandLine;
using JoorBus.Hosting;
using JoorBus.Messaging;
using Microsoft.AspNetCore.Connections;

namespace JoorBus.Commands;

/// <summary><c>joorbus run</c>: a host in its roles until it is stopped.</summary>
internal static class RunCommand
{
    private static readonly TimeSpan PatienceWithDeaf = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var roles = new Option<string>("--roles") { Description = "Comma list of orders, inventory, products, web (default all)", DefaultValueFactory = _ => "all" };
        var set = SharedOptions.Set();
        var log = SharedOptions.Log();
        var level = SharedOptions.Level();
        var command = new Command("run", "Runs a host. Example: JOORBUS__POSTGRES='Host=db;…' JOORBUS__RABBITMQ=amqp://… joorbus run --roles orders")
        {
            roles, set, log, level,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (ParseRoles(parsed.GetValue(roles)!, parsed.InvocationConfiguration.Error) is not { } wanted)
            {
                return ExitCode.Usage;
            }

            if (SharedOptions.ReadSettings(parsed.GetValue(set) ?? [], parsed.InvocationConfiguration.Error) is not { } settings)
            {
                return ExitCode.Usage;
            }

            var app = JoorBusHost.Build(settings, wanted, HostLogging.Console(parsed.GetValue(log) == "json", parsed.GetValue(level)));
            if (settings.Messaging.EffectiveTransport == BusTransport.Memory)
            {
                parsed.InvocationConfiguration.Error.WriteLine("The bus is in memory: what is in flight when this process ends is lost, what is stored is not. Set JOORBUS__RABBITMQ for production.");
            }

            try
            {
                return await RunAsync(app, cancellationToken).ConfigureAwait(false);
            }
            catch (IOException fault) when (fault.InnerException is AddressInUseException)
            {
                parsed.InvocationConfiguration.Error.WriteLine(wanted.HasFlag(HostRoles.Web)
                    ? $"Another program listens at {settings.Http.Urls}; stop it, or set JOORBUS__HTTP__URLS to a free port."
                    : $"Another program listens at {settings.Http.HealthUrl}; stop it, or set JOORBUS__HTTP__HEALTHURL to a free port.");
                return ExitCode.Failed;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var deaf = app.Services.GetRequiredService<BusWatch>().GivenUp;
        var running = app.RunAsync(cancellationToken);
        if (await Task.WhenAny(running, deaf).ConfigureAwait(false) == deaf)
        {
            await Task.WhenAny(running, Task.Delay(PatienceWithDeaf, TimeProvider.System, CancellationToken.None)).ConfigureAwait(false);
            return ExitCode.Failed;
        }

        await running.ConfigureAwait(false);
        return ExitCode.Done;
    }

    private static HostRoles? ParseRoles(string text, TextWriter error)
    {
        if (Enum.TryParse<HostRoles>(text, ignoreCase: true, out var roles) && roles is not HostRoles.None && (roles & ~HostRoles.All) == 0)
        {
            return roles;
        }

        error.WriteLine($"--roles '{text}' is not known; allowed are orders, inventory, products and web, separated by commas, or all");
        return null;
    }
}
