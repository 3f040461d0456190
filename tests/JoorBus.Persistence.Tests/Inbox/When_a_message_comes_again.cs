using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Inbox;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Inbox;

public sealed class When_a_message_comes_again
{
    private static readonly Guid MessageId = Note.IdOf(1);

    [Fact]
    public async Task Should_take_effect_once_on_each_queue()
    {
        await using var host = await Host.StartAsync();

        (await ConsumeAsync(host, "orders")).ShouldBe(CommitOutcome.Committed.Instance);
        (await ConsumeAsync(host, "orders")).ShouldBe(CommitOutcome.AlreadyConsumed.Instance);
        (await ConsumeAsync(host, "others")).ShouldBe(CommitOutcome.Committed.Instance);
    }

    [Fact]
    public async Task Should_be_recognised_before_it_is_consumed()
    {
        await using var host = await Host.StartAsync();
        var inbox = host.Services.GetRequiredService<Persistence.Inbox.Inbox>();
        await ConsumeAsync(host, "orders");

        (await inbox.HasConsumedAsync(MessageId, "orders")).ShouldBeTrue();
        (await inbox.HasConsumedAsync(MessageId, "others")).ShouldBeFalse();
        (await inbox.HasConsumedAsync(Note.IdOf(2), "orders")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_take_effect_once_when_many_consume_it_at_once()
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database);
        await using var other = await Host.StartAsync(database);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => ConsumeAsync(number % 2 == 0 ? one : other, "orders")));

        outcomes.Count(outcome => outcome is CommitOutcome.Committed).ShouldBe(1);
        outcomes.Count(outcome => outcome is CommitOutcome.AlreadyConsumed).ShouldBe(39);
    }

    [Theory]
    [InlineData("23:59:59.9", "00:00:00.1")]
    [InlineData("00:00:00.1", "23:59:59.9")]
    [InlineData("23:59:30", "00:00:29")]
    public async Task Should_take_effect_once_when_two_hosts_meet_at_midnight(string first, string second)
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await Host.StartAsync(database, clock: new ManualClock(Around(first)));
        await using var other = await Host.StartAsync(database, clock: new ManualClock(Around(second)));

        (await ConsumeAsync(one, "orders")).ShouldBe(CommitOutcome.Committed.Instance);
        (await ConsumeAsync(other, "orders")).ShouldBe(CommitOutcome.AlreadyConsumed.Instance);

        (await one.ScalarAsync<string>("select string_agg(day::text, ', ' order by day) from inbox")).ShouldBe("2026-01-10, 2026-01-11");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(31)]
    public async Task Should_be_recognised_for_a_month(int days)
    {
        await using var host = await Host.StartAsync();
        await ConsumeAsync(host, "orders");

        for (var day = 0; day < days; day++)
        {
            host.Clock.Advance(TimeSpan.FromDays(1));
            await UpkeepAsync(host);
        }

        (await host.Services.GetRequiredService<Persistence.Inbox.Inbox>().HasConsumedAsync(MessageId, "orders")).ShouldBeTrue();
    }

    private static Task<CommitOutcome> ConsumeAsync(Host host, string queue) =>
        host.CommitAsync((unit, _) => Consumed.Note(unit, MessageId, queue, host.Clock.GetUtcNow()));

    private static async Task UpkeepAsync(Host host)
    {
        var partitions = host.Services.GetRequiredService<InboxPartitions>();
        await partitions.EnsureAsync(CancellationToken.None);
        await partitions.ExpireAsync(CancellationToken.None);
    }

    private static DateTimeOffset Around(string time)
    {
        var day = time.StartsWith("23", StringComparison.Ordinal) ? new DateOnly(2026, 1, 10) : new DateOnly(2026, 1, 11);
        return new DateTimeOffset(day, TimeOnly.Parse(time, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.Zero);
    }
}
