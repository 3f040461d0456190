using JoorBus.Joor;
using static JoorBus.Connections.Tests.Sharing.Asking;

namespace JoorBus.Connections.Tests.Sharing;

public sealed class When_copies_share_credits : IAsyncLifetime
{
    private Copies _copies = null!;

    public async Task InitializeAsync() => _copies = await Copies.StartAsync();

    public Task DisposeAsync() => _copies.DisposeAsync().AsTask();

    [Fact]
    public async Task Should_spend_them_together()
    {
        for (var i = 0; i < 5; i++)
        {
            await (await _copies.One.GetAsync(Request())).AnsweredAsync();
            await (await _copies.Other.GetAsync(Request())).AnsweredAsync();
        }

        (await _copies.One.AskAsync(Request())).ShouldBeOfType<JoorPermitAnswer.NotBefore>().Until.ShouldBeGreaterThan(TimeProvider.System.GetUtcNow().AddSeconds(50));
        (await _copies.Other.ReadAsync("a", CancellationToken.None)).CreditsLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Should_give_back_what_was_never_sent()
    {
        var permit = await _copies.One.GetAsync(Request(credits: 10));
        await permit.ReleaseAsync(new() { IsNeverSent = true });

        (await _copies.Other.AskAsync(Request(credits: 10))).ShouldBeOfType<JoorPermitAnswer.Granted>().CreditsLeft.ShouldBe(0);
    }

    [Fact]
    public async Task Should_stop_all_for_the_account_after_a_429()
    {
        var permit = await _copies.One.GetAsync(Request());
        await permit.ReleaseAsync(new() { IsAnswered = true, Exhausted = new(TimeSpan.FromSeconds(20)) });

        (await _copies.Other.AskAsync(Request(group: "g"))).ShouldBeOfType<JoorPermitAnswer.NotBefore>().Until.ShouldBe(TimeProvider.System.GetUtcNow().AddSeconds(20), TimeSpan.FromSeconds(2));
        (await _copies.Other.AskAsync(Request("b"))).ShouldBeOfType<JoorPermitAnswer.Granted>();
        (await _copies.One.ReadAsync("a", CancellationToken.None)).Defects.ShouldBe(1);
    }

    [Fact]
    public async Task Should_refill_a_window_after_the_first_answer()
    {
        await using var quick = await Copies.StartAsync(limits => limits.Window = TimeSpan.FromSeconds(1));
        await (await quick.One.GetAsync(Request(credits: 10))).AnsweredAsync();

        (await quick.Other.AskAsync(Request(credits: 10, patience: Long))).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_keep_a_share_for_order_reading()
    {
        await using var kept = await Copies.StartAsync(limits => limits.ReservedForOrders = 5);
        await kept.One.GetAsync(Request(credits: 5));

        (await kept.Other.AskAsync(Request())).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        (await kept.Other.AskAsync(Request(credits: 5, priority: JoorPriority.OrderReading))).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_count_two_keys_as_one_account_once_JOOR_says_so()
    {
        await (await _copies.One.GetAsync(Request("token 1", credits: 4))).AnsweredAsync("1001");
        var permit = await _copies.Other.GetAsync(Request("token 2", credits: 5));
        await permit.AnsweredAsync("1001");

        (await _copies.One.ReadAsync("token 2", CancellationToken.None)).CreditsLeft.ShouldBe(1);
        (await _copies.One.AskAsync(Request("token 1", credits: 2))).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        (await _copies.Other.AskAsync(Request("1001", credits: 1))).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_end_permits_that_were_granted_before_JOOR_revealed_the_account()
    {
        var early = await _copies.Other.GetAsync(Request("token", concurrency: 2));
        await (await _copies.One.GetAsync(Request("token", concurrency: 2))).AnsweredAsync("1001");
        await early.AnsweredAsync("1001");

        var reading = await _copies.One.ReadAsync("1001", CancellationToken.None);
        (reading.UnderWay, reading.CreditsLeft).ShouldBe((0, 8));
    }
}
