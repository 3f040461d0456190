using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Wms;

public static class WmsSimulatorRegistration
{
    /// <summary>The queue a WMS takes its commands from.</summary>
    public const string Endpoint = "wms-orders";

    /// <summary>Adds the consumer of <see cref="Endpoint"/> and the shipping; transport and endpoints are the host's to configure.</summary>
    public static void AddWmsSimulator(this IBusRegistrationConfigurator bus, WmsSimulator wms)
    {
        bus.AddSingleton(wms);
        bus.AddConsumer<WmsCommandConsumer, WmsCommandConsumerDefinition>();
        bus.AddHostedService<WmsShipping>();
    }
}
