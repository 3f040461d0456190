using JoorBus.Configuring;
using JoorBus.Gaps.Tests.Dying;
using JoorBus.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace JoorBus.Gaps.Tests;

/// <summary>A host that dies in a gap: <c>dotnet JoorBus.Gaps.Tests.dll GAP N</c>, with the settings of <c>joorbus run</c> in its environment.</summary>
internal static class Program
{
    private static async Task Main(string[] arguments)
    {
        var (settings, faults) = HostSettingsReader.Read(new ConfigurationBuilder().AddEnvironmentVariables("JOORBUS__").Build());
        if (faults.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, faults));
        var death = new Death(Enum.Parse<Gap>(arguments[0]), int.Parse(arguments[1], System.Globalization.CultureInfo.InvariantCulture));
        var host = JoorBusHost.Build(settings, HostRoles.All, logging => logging.AddSimpleConsole(console => console.SingleLine = true), death.WaitBeforeDelivery);
        death.WaitInStages(host.Services);
        _ = Task.Run(DieWithParent);
        await host.RunAsync();
    }

    private static void DieWithParent()
    {
        Console.In.ReadLine();
        Death.Now();
    }
}
