using System.Net;
using System.Net.Sockets;
using JoorBus.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace JoorBus.Messaging.Tests.Topology;

public sealed class When_the_broker_is_away : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Socket _broker = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly BrokerDoor _door;

    public When_the_broker_is_away()
    {
        // Bound and not listening: the port is taken, and nothing answers at it.
        _broker.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _door = new BrokerDoor([new Uri($"amqp://{_broker.LocalEndPoint}/v")], _clock, NullLogger.Instance, _stopping.Token);
    }

    [Fact]
    public async Task Should_let_an_attempt_through_as_soon_as_it_listens()
    {
        var waiting = _door.WaitAsync();
        waiting.IsCompleted.ShouldBeFalse();
        _broker.Listen();
        (await PassedUntilAsync(waiting)).ShouldBeLessThan(BrokerDoor.Patience);
    }

    [Fact]
    public async Task Should_let_an_attempt_say_why_it_fails_when_it_stays_away() =>
        (await PassedUntilAsync(_door.WaitAsync())).ShouldBeGreaterThanOrEqualTo(BrokerDoor.Patience);

    [Fact]
    public async Task Should_let_a_stopping_host_go()
    {
        var waiting = _door.WaitAsync();
        await _stopping.CancelAsync();
        await waiting.WaitAsync(Eventually.UsualLimit);
    }

    public void Dispose()
    {
        _broker.Dispose();
        _stopping.Dispose();
    }

    private async Task<TimeSpan> PassedUntilAsync(Task waiting)
    {
        var began = _clock.GetUtcNow();
        await Eventually.BecomesTrueAsync(
            () =>
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                return waiting.IsCompleted;
            },
            "the door opens",
            TimeSpan.FromMinutes(2));
        return _clock.GetUtcNow() - began;
    }
}
