using System.Diagnostics;
using JoorBus.Persistence.Consuming;
using JoorBus.Persistence.Outbox;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Gaps.Tests.Dying;

/// <summary>SIGKILL to this very process when it is in the gap for the nth time.</summary>
internal sealed class Death(Gap gap, int nth)
{
    private int reached;

    public void WaitInStages(IServiceProvider services) => services.GetRequiredService<ConsumeStages>().Reached = stage =>
    {
        Meet(stage switch
        {
            ConsumeStage.Consumed => Gap.BeforeCommit,
            ConsumeStage.Committed => Gap.AfterCommitBeforePublish,
            _ => Gap.AfterPublishBeforeAcknowledge,
        });
        return Task.CompletedTask;
    };

    public void WaitBeforeDelivery(IBusRegistrationConfigurator bus)
    {
        var registered = bus.Last(service => service.ServiceType == typeof(IMessageDelivery));
        bus.Remove(registered);
        bus.AddSingleton<IMessageDelivery>(provider =>
            new MortalDelivery((IMessageDelivery)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!), this));
    }

    public static void Now()
    {
        Process.GetCurrentProcess().Kill();
        // The signal is on its way; nothing may happen in between.
        new ManualResetEventSlim().Wait();
    }

    private void Meet(Gap here)
    {
        if (here == gap && Interlocked.Increment(ref reached) == nth)
            Now();
    }

    private sealed class MortalDelivery(IMessageDelivery delivery, Death death) : IMessageDelivery
    {
        public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
        {
            death.Meet(Gap.BeforeDelivery);
            return delivery.DeliverAsync(message, cancellationToken);
        }
    }
}
