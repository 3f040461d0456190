using JoorBus.Gaps.Tests.Dying;
using JoorBus.Gaps.Tests.Racing;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.Gaps.Tests;

public sealed class When_the_same_message_comes_again_30_days_later : IAsyncLifetime
{
    private const int QueuesOfAnEvent = 2;
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan UpkeepInterval = TimeSpan.FromHours(1);
    private static readonly Guid First = new("bbbbbbbb-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("bbbbbbbb-0000-4000-8000-000000000002");
    private readonly ManualClock clock = new(Start);
    private Hosts hosts = null!;
    private Tables tables = null!;

    public async Task InitializeAsync()
    {
        hosts = await Hosts.StartAsync(1, clock);
        tables = new Tables(hosts.Database);
        await hosts.PublishAsync(0, Messages.Received(), First);
        await hosts.Finished.ComeToAsync(First, QueuesOfAnEvent);
        await Eventually.BecomesTrueAsync(() => hosts.Sent.All.Count == 1, "the command is sent");
    }

    public async Task DisposeAsync() => await hosts.DisposeAsync();

    [Fact]
    public async Task Should_take_no_effect()
    {
        await TimePassesAsync(30 * Day);

        await hosts.PublishAsync(0, Messages.Received(), First);

        await hosts.Finished.ComeToAsync(First, 2 * QueuesOfAnEvent);
        await tables.ComeToAsync("outbox", 0);
        hosts.Sent.All.ShouldBe(["create 1"]);
        (await tables.CountAsync("order_timeline where kind = 'wms-order.create-sent'")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_remember_new_messages_under_their_own_day()
    {
        await TimePassesAsync(30 * Day);

        await AmendAsync();

        (await tables.CountAsync($"inbox where message_id = '{Second}' and day = '2026-01-31'")).ShouldBe(1);
        (await tables.CountAsync($"inbox_20260101 where message_id = '{First}'")).ShouldBe(2);
    }

    [Fact]
    public async Task Should_make_room_for_a_day_that_upkeep_missed()
    {
        // Upkeep's timer does not fire when the clock of a suspended machine leaps.
        await using (var source = NpgsqlDataSource.Create(hosts.Database + ";Search Path=joorbus;Pooling=false"))
        {
            await using var drop = source.CreateCommand("drop table inbox_20260101 cascade; drop table inbox_20260102");
            await drop.ExecuteNonQueryAsync();
        }

        await AmendAsync();

        (await tables.CountAsync($"inbox_20260101 where message_id = '{Second}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_forget_whole_days_when_the_retention_is_over()
    {
        await TimePassesAsync(32 * Day);
        (await tables.CountAsync("pg_class where relname = 'inbox_20260101'")).ShouldBe(1);

        await TimePassesAsync(Day);

        await tables.ComeToAsync("pg_class where relname = 'inbox_20260101'", 0);
        (await tables.CountAsync("inbox")).ShouldBe(0);
        (await tables.CountAsync("pg_class where relname = 'inbox_20260203'")).ShouldBe(1);
    }

    private async Task AmendAsync()
    {
        await hosts.PublishAsync(0, Messages.Amended(), Second);
        await hosts.Finished.ComeToAsync(Second, 1);
    }

    // Returns when the host's own upkeep has made the partitions up to a week from the new day.
    private async Task TimePassesAsync(TimeSpan time)
    {
        // Upkeep may not have begun its wait yet: then it ends an hour after it has.
        var latest = clock.GetUtcNow() + time + UpkeepInterval;
        clock.Advance(time);
        var ahead = $"inbox_{clock.GetUtcNow().AddDays(7):yyyyMMdd}";
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                if (await tables.CountAsync($"pg_class where relname = '{ahead}'") == 1)
                    return true;
                if (clock.GetUtcNow() < latest)
                    clock.Advance(TimeSpan.FromMinutes(1));
                return false;
            },
            $"partition {ahead} is made");
    }
}
