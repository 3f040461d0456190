using System.Collections.Concurrent;
using JoorBus.TestKit;
using MassTransit;

namespace JoorBus.Gaps.Tests.Racing;

/// <summary>Counts the deliveries of each message that have ended, with or without effect.</summary>
public sealed class FinishedDeliveries : IConsumeObserver
{
    private readonly ConcurrentDictionary<Guid, int> finished = new();

    public Task ComeToAsync(Guid messageId, int count) =>
        Eventually.ReadsAsync(() => Task.FromResult(finished.GetValueOrDefault(messageId)), seen => seen == count, $"{count} deliveries of {messageId} have ended");

    public Task PreConsume<T>(ConsumeContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context)
        where T : class
    {
        finished.AddOrUpdate(context.MessageId!.Value, 1, (_, count) => count + 1);
        return Task.CompletedTask;
    }

    public Task ConsumeFault<T>(ConsumeContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;
}
