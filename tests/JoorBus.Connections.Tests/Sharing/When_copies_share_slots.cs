using JoorBus.Joor;
using static JoorBus.Connections.Tests.Sharing.Asking;

namespace JoorBus.Connections.Tests.Sharing;

public sealed class When_copies_share_slots : IAsyncLifetime
{
    private Copies _copies = null!;

    public async Task InitializeAsync() => _copies = await Copies.StartAsync(limits => limits.CreditsPerWindow = 1000);

    public Task DisposeAsync() => _copies.DisposeAsync().AsTask();

    [Fact]
    public async Task Should_never_hold_more_than_the_concurrency()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 2));
        await _copies.Other.GetAsync(Request(concurrency: 2));

        (await _copies.Other.AskAsync(Request(concurrency: 2))).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        await permit.AnsweredAsync();
        (await _copies.Other.AskAsync(Request(concurrency: 2))).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_share_a_lenders_slots_across_accounts()
    {
        var permit = await _copies.One.GetAsync(Request("a", "lender", 1));
        var borrower = _copies.Other.AskAsync(Request("b", "lender", 1, patience: Long));
        await _copies.Other.AreWaitingAsync(1, "b");

        await permit.AnsweredAsync();

        (await borrower).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_ask_an_endpoint_one_at_a_time()
    {
        var permit = await _copies.One.GetAsync(Request(endpoint: "orders"));

        (await _copies.Other.AskAsync(Request(endpoint: "orders"))).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        (await _copies.Other.AskAsync(Request(endpoint: "skus"))).ShouldBeOfType<JoorPermitAnswer.Granted>();
        await permit.AnsweredAsync();
        (await _copies.Other.AskAsync(Request(endpoint: "orders"))).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_serve_priority_first_then_arrival()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 1));
        var served = new List<string>();
        var waiting = new List<Task>();
        foreach (var (name, priority, copy) in new[]
        {
            ("reconciling", JoorPriority.Reconciling, _copies.One),
            ("stock 1", JoorPriority.Stock, _copies.Other),
            ("stock 2", JoorPriority.Stock, _copies.One),
            ("orders", JoorPriority.OrderReading, _copies.Other),
        })
        {
            waiting.Add(ServeAsync(name, copy.AskAsync(Request(concurrency: 1, priority: priority, patience: Long)), served));
            await copy.AreWaitingAsync(waiting.Count);
        }

        await permit.AnsweredAsync();
        await Task.WhenAll(waiting);

        served.ShouldBe(["orders", "stock 1", "stock 2", "reconciling"]);
    }

    [Fact]
    public async Task Should_serve_one_process_in_order_of_arrival()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 1));
        var served = new List<string>();
        var waiting = Enumerable.Range(0, 20).Select(number => ServeAsync($"{number}", _copies.One.AskAsync(Request(concurrency: 1, patience: Long)), served)).ToList();

        await permit.AnsweredAsync();
        await Task.WhenAll(waiting);

        served.ShouldBe(Enumerable.Range(0, 20).Select(number => $"{number}"));
    }

    [Fact]
    public async Task Should_let_a_cancelled_waiter_leave_the_line_at_once()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 1));
        using var cancelling = new CancellationTokenSource();
        var first = _copies.One.EnterAsync(Request(concurrency: 1, patience: Long), cancelling.Token);
        await _copies.One.AreWaitingAsync(1);
        var second = _copies.Other.AskAsync(Request(concurrency: 1, patience: Long));
        await _copies.One.AreWaitingAsync(2);

        await cancelling.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(first);
        await _copies.One.AreWaitingAsync(1);
        await permit.AnsweredAsync();

        (await second).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_take_the_slots_of_a_killed_process_back_at_once()
    {
        await _copies.Other.GetAsync(Request(concurrency: 2, endpoint: "orders"));
        await _copies.Other.GetAsync(Request(concurrency: 2));
        await _copies.PassesRestartGraceAsync();
        var waiting = _copies.One.AskAsync(Request(concurrency: 2, endpoint: "orders", patience: Long));
        await _copies.One.AreWaitingAsync(1);

        await _copies.KillAsync(_copies.Other);

        (await waiting.WaitAsync(Shorter)).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_not_wait_behind_a_killed_process()
    {
        var permit = await _copies.One.GetAsync(Request(concurrency: 1));
        var dead = _copies.Other.AskAsync(Request(concurrency: 1, priority: JoorPriority.OrderReading, patience: Long));
        await _copies.One.AreWaitingAsync(1);
        await _copies.PassesRestartGraceAsync();
        await _copies.KillAsync(_copies.Other);
        await permit.AnsweredAsync();

        (await _copies.One.AskAsync(Request(concurrency: 1, patience: Long)).WaitAsync(Shorter)).ShouldBeOfType<JoorPermitAnswer.Granted>();
        dead.IsCompletedSuccessfully.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_grant_nothing_once_it_has_ended()
    {
        var permit = await _copies.Other.GetAsync(Request(concurrency: 1));
        var waiting = _copies.One.AskAsync(Request(concurrency: 1, patience: Long));
        await _copies.Other.AreWaitingAsync(1);

        await _copies.One.DisposeAsync();
        await permit.AnsweredAsync();

        await Should.ThrowAsync<ObjectDisposedException>(_copies.One.AskAsync(Request(concurrency: 1)));
        await Should.ThrowAsync<ObjectDisposedException>(waiting);
    }

    [Fact]
    public async Task Should_end_well_although_it_is_registered_under_several_ports()
    {
        await _copies.One.GetAsync(Request());

        await _copies.One.DisposeAsync();
        await _copies.One.DisposeAsync();
    }

    private static async Task ServeAsync(string name, Task<JoorPermitAnswer> asking, List<string> served)
    {
        var permit = (await asking).Permit();
        lock (served)
            served.Add(name);
        await permit.AnsweredAsync();
    }
}
