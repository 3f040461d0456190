using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Persistence.Tests.Inbox;

public sealed class When_days_go_by
{
    [Fact]
    public async Task Should_have_a_partition_for_yesterday_and_a_week_ahead()
    {
        await using var host = await Host.StartAsync();

        (await DaysAsync(host)).ShouldBe("20251231 20260101 20260102 20260103 20260104 20260105 20260106 20260107 20260108");
    }

    [Fact]
    public async Task Should_make_a_missing_partition_when_a_message_needs_it()
    {
        await using var host = await Host.StartAsync();
        host.Clock.Advance(TimeSpan.FromDays(20));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => ConsumeAsync(host, number)));

        outcomes.ShouldAllBe(outcome => outcome is CommitOutcome.Committed);
        (await host.CountAsync("inbox")).ShouldBe(20);
    }

    [Fact]
    public async Task Should_drop_a_whole_day_when_the_retention_is_over()
    {
        await using var host = await Host.StartAsync(configure: options => options.InboxRetention = TimeSpan.FromDays(3));
        var partitions = host.Services.GetRequiredService<InboxPartitions>();
        for (var day = 1; day <= 5; day++)
        {
            await ConsumeAsync(host, day);
            host.Clock.Advance(TimeSpan.FromDays(1));
        }

        await partitions.ExpireAsync(CancellationToken.None);

        (await host.ScalarAsync<string>("select string_agg(to_char(day, 'YYYYMMDD'), ' ' order by day) from inbox")).ShouldBe("20260103 20260104 20260105");
        (await DaysAsync(host)).ShouldStartWith("20260103 20260104");
    }

    [Fact]
    public async Task Should_be_kept_by_many_hosts_at_once()
    {
        await using var host = await Host.StartAsync();
        var partitions = host.Services.GetRequiredService<InboxPartitions>();
        host.Clock.Advance(TimeSpan.FromDays(50));

        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            await partitions.EnsureAsync(CancellationToken.None);
            await partitions.ExpireAsync(CancellationToken.None);
        }));

        (await DaysAsync(host)).Split(' ').Length.ShouldBe(9);
    }

    private static Task<CommitOutcome> ConsumeAsync(Host host, int number) =>
        host.CommitAsync((unit, _) => Consumed.Note(unit, Note.IdOf(number), "orders", host.Clock.GetUtcNow()));

    private static Task<string> DaysAsync(Host host) =>
        host.ScalarAsync<string>("select string_agg(substr(c.relname, 7), ' ' order by c.relname) from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'inbox'::regclass");
}
