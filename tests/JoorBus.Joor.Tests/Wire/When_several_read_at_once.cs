using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_several_read_at_once
{
    [Fact]
    public async Task Should_send_one_request_at_a_time_per_account()
    {
        var (running, most) = (0, 0);
        await using var joor = new JoorStandIn(Answers.Silent());
        await using var services = new ServiceCollection().AddLogging().AddJoor()
            .AddSingleton<IJoorCredits>(new Watching(() => most = Math.Max(most, Interlocked.Increment(ref running)), () => Interlocked.Decrement(ref running)))
            .BuildServiceProvider();
        var readers = services.GetRequiredService<JoorOrderReaderFactory>();
        var names = new[] { "one", "two", "three" };

        await Task.WhenAll(names.Select(name => readers
            .For(new JoorConnectionOptions { Name = name, AccountId = "shared", Token = name, BaseUrl = joor.Url })
            .TestAsync(CancellationToken.None)));

        most.ShouldBe(1);
    }

    private sealed class Watching(Action enter, Action leave) : IJoorCredits
    {
        public async ValueTask<JoorCreditGrant> SpendAsync(string account, int credits, JoorPriority priority, CancellationToken cancellationToken)
        {
            enter();
            await Task.Yield();
            leave();
            return new JoorCreditGrant.NotBefore(DateTimeOffset.UnixEpoch);
        }

        public ValueTask ExhaustedAsync(string account, DateTimeOffset until, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
