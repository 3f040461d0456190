using MassTransit;

namespace JoorBus.Simulators.Wms;

internal sealed class WmsCommandConsumerDefinition : ConsumerDefinition<WmsCommandConsumer>
{
    public WmsCommandConsumerDefinition()
    {
        EndpointName = WmsSimulatorRegistration.Endpoint;
        ConcurrentMessageLimit = 16;
    }

    // A broker that restarts must not send commands to the error queue of a warehouse that has acted on them.
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<WmsCommandConsumer> consumerConfigurator,
        IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry =>
            retry.Exponential(10, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
}
