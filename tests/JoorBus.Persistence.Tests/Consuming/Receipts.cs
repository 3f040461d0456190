using System.Collections.Concurrent;
using JoorBus.TestKit;
using MassTransit;

namespace JoorBus.Persistence.Tests.Consuming;

/// <summary>Counts what became of each delivery.</summary>
internal sealed class Receipts : IReceiveObserver
{
    private readonly ConcurrentQueue<Exception?> ends = new();

    public IReadOnlyList<Exception> Faults => [.. ends.OfType<Exception>()];

    public Task ShouldBecomeAsync(int count) => Eventually.BecomesTrueAsync(() => ends.Count >= count, $"{count} deliveries have ended");

    public Task PostReceive(ReceiveContext context)
    {
        ends.Enqueue(null);
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        ends.Enqueue(exception);
        return Task.CompletedTask;
    }

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType)
        where T : class =>
        Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception)
        where T : class =>
        Task.CompletedTask;
}
