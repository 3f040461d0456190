using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Wms;

public static class WmsSimulatorRegistration
{
    /// <summary>The queue a WMS takes its commands from.</summary>
    public const string Endpoint = "wms-orders";

    /// <summary>The queue it hears the fate of its stock and styles from; without a listener the bus would keep those messages.</summary>
    public const string PushEndpoint = "wms-pushes";

    /// <summary>Adds the consumers of <see cref="Endpoint"/> and <see cref="PushEndpoint"/>, and the shipping; transport and endpoints are the host's to configure.</summary>
    public static void AddWmsSimulator(this IBusRegistrationConfigurator bus, WmsSimulator wms)
    {
        bus.AddSingleton(wms);
        bus.AddConsumer<WmsCommandConsumer, WmsCommandConsumerDefinition>();
        bus.AddConsumer<WmsPushConsumer, WmsPushConsumerDefinition>();
        bus.AddHostedService<WmsShipping>();
    }
}
